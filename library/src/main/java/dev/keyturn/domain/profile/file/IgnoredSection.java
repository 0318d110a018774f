package dev.keyturn.domain.profile.file;

/**
 * A section that AWS SDKs ignore with all its settings, or an indented header that is part of a
 * value.
 *
 * @param text what is between the brackets
 * @param origin where it is
 */
public record IgnoredSection(String text, Origin origin) {

  /**
   * Whether it may have been meant for {@code profile}: ignores quotes, case, and a word before the
   * name.
   */
  public boolean isMeantFor(String profile) {
    String bare = text.replace("\"", "").replace("'", "").strip();
    String name = bare.substring(bare.indexOf(' ') + 1).strip();
    return bare.equalsIgnoreCase(profile) || name.equalsIgnoreCase(profile);
  }
}
