package dev.keyturn.domain.session.make;

import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.session.store.Identity;
import org.jspecify.annotations.Nullable;

/** Names role sessions so that CloudTrail shows who it was. */
public final class RoleSessionName {

  /** The longest name that AssumeRole takes. */
  private static final int LONGEST = 64;

  private static final int SHORTEST = 2;
  private static final String UNKNOWN = "keyturn";
  private static final String PUNCTUATION = "_+=,.@-";

  private RoleSessionName() {}

  /** The user's name, of which STS allows every character that IAM allows in it. */
  public static String of(@Nullable Identity identity) {
    if (identity == null) {
      return UNKNOWN;
    }
    String name = Arn.lastName(identity.arn());
    String cut = name.substring(0, Math.min(name.length(), LONGEST));
    boolean allowed = cut.chars().allMatch(c -> isAlphanumeric(c) || PUNCTUATION.indexOf(c) >= 0);
    return allowed && cut.length() >= SHORTEST ? cut : UNKNOWN;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
