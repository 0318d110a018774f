package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Locale;
import java.util.Optional;

/**
 * What follows a profile's name in the names of sections that belong to it. The first two can be
 * chosen, as with aws-mfa.
 *
 * @param longTerm the suffix of the section with long-term keys, with its hyphen, or empty
 * @param shortTerm the suffix of the section that takes the session, with its hyphen, or empty
 */
public record Suffixes(String longTerm, String shortTerm) {

  /** aws-mfa's, unless others are given. */
  public static final Suffixes STANDARD = new Suffixes("-long-term", "");

  /** The suffix of the section with long-term keys in the other layout of two sections. */
  public static final String DEFAULT = "-default";

  /** The suffix of the section that Keyturn makes for a session beside a profile. */
  public static final String DERIVED = "-mfa";

  /** The suffix of the profile beside a role in which AWS tools ask Keyturn for credentials. */
  public static final String TOOLS = "-tools";

  /**
   * The suffixes as they are typed: {@code none} in any case is not a suffix, a hyphen joins
   * everything else.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when both are the same
   */
  public static Suffixes parse(String longTerm, String shortTerm) {
    Suffixes suffixes = new Suffixes(joined(longTerm), joined(shortTerm));
    if (suffixes.longTerm.equals(suffixes.shortTerm)) {
      throw new Failure.Usage(
              "--long-term-suffix and --short-term-suffix are the same: the session would replace"
                  + " the long-term keys",
              ShellCommand.ADD
                  + (suffixes.longTerm.isEmpty()
                      ? "long-term-suffix " + STANDARD.longTerm
                      : "short-term-suffix none"))
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

  /** {@code name} without {@code suffix}, if it is more than that suffix and ends with it. */
  public static Optional<String> stem(String name, String suffix) {
    boolean ends = !suffix.isEmpty() && name.length() > suffix.length() && name.endsWith(suffix);
    return ends
        ? Optional.of(name.substring(0, name.length() - suffix.length()))
        : Optional.empty();
  }
}
