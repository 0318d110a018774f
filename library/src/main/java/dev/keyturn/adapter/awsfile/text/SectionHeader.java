package dev.keyturn.adapter.awsfile.text;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Section;
import org.jspecify.annotations.Nullable;

/**
 * The parsed text between a header's brackets.
 *
 * @param type what kind of section begins
 * @param prefixed whether the name follows a prefix word
 * @param name the name without prefix, as written
 * @param skipped why the AWS SDKs skip the section with all its properties; null when they read it
 */
public record SectionHeader(Type type, boolean prefixed, String name, @Nullable Skipped skipped) {

  /** The kinds of sections. */
  public enum Type {
    PROFILE("profile"),
    SSO_SESSION("sso-session"),
    SERVICES("services"),
    /** A name without the prefix that the config file requires. */
    UNPREFIXED("");

    private final String prefix;

    Type(String prefix) {
      this.prefix = prefix;
    }

    /** The prefix word; empty for none. */
    public String prefix() {
      return prefix;
    }
  }

  /** Why the AWS SDKs skip a section. */
  public enum Skipped {
    /** Its name has characters other than letters, digits and {@code - _ / . % @ : +}. */
    INVALID_NAME,
    NO_NAME,
    /** In the config file a profile's header is {@code [profile NAME]}. */
    NO_PREFIX,
    /** In the credentials file a profile's header is {@code [NAME]}. */
    PREFIX_IN_CREDENTIALS
  }

  /** Whether lines that break the grammar are harmless here, because no SDK reads them. */
  boolean tolerant() {
    return skipped != null;
  }

  /**
   * Reads the text between the brackets.
   *
   * <pre>
   * config file:       Blank* ("default" | Prefix Blank+ Name) Blank*
   * credentials file:  Blank* Name Blank*
   * Prefix = "profile" | "sso-session" | "services"
   * Name   = one or more letters, digits and - _ / . % @ : +
   * Blank  = space or tab
   * </pre>
   *
   * Names are case-sensitive. Everything else is a section that the AWS SDKs skip.
   */
  static SectionHeader parse(FileKind kind, String text) {
    String trimmed = trim(text);
    for (Type type : Type.values()) {
      if (type != Type.UNPREFIXED && hasPrefix(trimmed, type.prefix)) {
        String name = trim(trimmed.substring(type.prefix.length()));
        return new SectionHeader(type, true, name, prefixed(kind, name));
      }
    }
    return kind == FileKind.CONFIG ? unprefixed(trimmed) : plain(trimmed);
  }

  private static @Nullable Skipped prefixed(FileKind kind, String name) {
    if (kind == FileKind.CREDENTIALS) {
      return Skipped.PREFIX_IN_CREDENTIALS;
    }
    return isIdentifier(name) ? null : Skipped.INVALID_NAME;
  }

  private static SectionHeader unprefixed(String name) {
    if (name.equals("default")) {
      return new SectionHeader(Type.PROFILE, false, name, null);
    }
    for (Type type : Type.values()) {
      if (name.equals(type.prefix)) {
        return new SectionHeader(type, true, "", Skipped.NO_NAME);
      }
    }
    return new SectionHeader(
        Type.UNPREFIXED,
        false,
        name,
        isIdentifier(name) ? Skipped.NO_PREFIX : Skipped.INVALID_NAME);
  }

  private static SectionHeader plain(String name) {
    if (name.isEmpty()) {
      return new SectionHeader(Type.PROFILE, false, name, Skipped.NO_NAME);
    }
    return new SectionHeader(
        Type.PROFILE, false, name, isIdentifier(name) ? null : Skipped.INVALID_NAME);
  }

  private static boolean hasPrefix(String text, String word) {
    return text.length() > word.length()
        && text.startsWith(word)
        && isBlank(text.charAt(word.length()));
  }

  /** Whether {@code text} may name a section or property: what every AWS SDK accepts. */
  public static boolean isIdentifier(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (!Section.isNameLetter(text.charAt(index))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** {@code text} without spaces and tabs at either end; no other character is a blank here. */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char letter) {
    return letter == ' ' || letter == '\t';
  }
}
