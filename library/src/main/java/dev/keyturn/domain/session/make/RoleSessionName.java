package dev.keyturn.domain.session.make;

import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.StsText;
import dev.keyturn.domain.session.store.Identity;
import org.jspecify.annotations.Nullable;

/** Names role sessions so that CloudTrail shows the user. */
public final class RoleSessionName {

  private static final String UNKNOWN = "keyturn";

  private RoleSessionName() {}

  /** The user's name; STS allows every character that IAM allows in it. */
  public static String of(@Nullable Identity identity) {
    if (identity == null) {
      return UNKNOWN;
    }
    String name = Arn.lastName(identity.arn());
    String cut = name.substring(0, Math.min(name.length(), StsText.ROLE_SESSION_NAME.longest()));
    return StsText.ROLE_SESSION_NAME.accepts(cut) ? cut : UNKNOWN;
  }
}
