package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Locale;
import java.util.Optional;

/**
 * The suffixes of sections that belong to a profile. The first two can be chosen, as with aws-mfa.
 *
 * @param longTerm the suffix of the section with long-term keys, with its hyphen, or empty
 * @param shortTerm the suffix of the section to write the session to, with its hyphen, or empty
 */
public record Suffixes(String longTerm, String shortTerm) {

  /** aws-mfa's suffixes, the default. */
  public static final Suffixes STANDARD = new Suffixes("-long-term", "");

  /** The suffix of the section with long-term keys in the -default layout. */
  public static final String DEFAULT = "-default";

  /** The suffix of the section that Keyturn creates for the session of a plain profile. */
  public static final String DERIVED = "-mfa";

  /**
   * The suffix of the profile through which AWS tools ask Keyturn for the credentials of a role.
   */
  public static final String TOOLS = "-tools";

  /**
   * Parses typed suffixes: {@code none} in any case means no suffix; otherwise a missing hyphen is
   * added.
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

  /** {@code name} without {@code suffix}, if it ends with it and is longer. */
  public static Optional<String> stem(String name, String suffix) {
    boolean ends = !suffix.isEmpty() && name.length() > suffix.length() && name.endsWith(suffix);
    return ends
        ? Optional.of(name.substring(0, name.length() - suffix.length()))
        : Optional.empty();
  }
}
