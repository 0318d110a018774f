package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.failure.Failure;
import java.util.Locale;

/**
 * What follows a profile's name in the sections of layout B, by the rules of aws-mfa: {@code none}
 * in any case is no suffix, a hyphen joins everything else.
 *
 * @param longTerm the suffix of the section with long-term keys, with its hyphen, or empty
 * @param shortTerm the suffix of the section that takes the session, with its hyphen, or empty
 */
public record Suffixes(String longTerm, String shortTerm) {

  /** The suffix of layout B's section with long-term keys, unless another is given. */
  static final String LONG_TERM = "-long-term";

  /** The suffix of layout A's section with long-term keys; it cannot be changed. */
  public static final String DEFAULT = "-default";

  /**
   * The suffixes of {@code request}.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when both are the same
   */
  public static Suffixes of(PlanRequest request) {
    Suffixes suffixes =
        new Suffixes(joined(request.longTermSuffix()), joined(request.shortTermSuffix()));
    if (suffixes.longTerm.equals(suffixes.shortTerm)) {
      throw new Failure.Usage(
              "--long-term-suffix and --short-term-suffix are the same: the session would replace"
                  + " the long-term keys",
              "leave one of them out")
          .exception();
    }
    return suffixes;
  }

  private static String joined(String suffix) {
    if (suffix.isEmpty() || suffix.toLowerCase(Locale.ROOT).equals("none")) {
      return "";
    }
    return suffix.startsWith("-") ? suffix : "-" + suffix;
  }
}
