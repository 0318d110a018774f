package dev.keyturn.adapter.awsfile.text;

import dev.keyturn.domain.profile.file.FileKind;

/**
 * The name by which an editor finds a section: blanks around prefix and name do not count, nor do
 * quotes around the name, which the AWS CLI puts there.
 *
 * @param type the kind of section; {@code UNPREFIXED} for every bare name but {@code default}
 * @param behindPrefix whether a prefix word is part of the name; never for {@code default} in the
 *     config file, which may have one or not
 * @param name the name without prefix and quotes
 */
public record SectionName(SectionHeader.Type type, boolean behindPrefix, String name) {

  /** Parses {@code text}, the text between the brackets or one that a user typed. */
  public static SectionName parse(FileKind kind, String text) {
    return of(kind, SectionHeader.parse(kind, text));
  }

  static SectionName of(FileKind kind, SectionHeader header) {
    String name = unquoted(header.name());
    boolean eitherWay =
        kind == FileKind.CONFIG
            && header.type() == SectionHeader.Type.PROFILE
            && name.equals("default");
    return new SectionName(header.type(), header.prefixed() && !eitherWay, name);
  }

  private static String unquoted(String name) {
    int last = name.length() - 1;
    boolean quoted =
        last > 0
            && (name.charAt(0) == '"' || name.charAt(0) == '\'')
            && name.charAt(last) == name.charAt(0);
    return quoted ? name.substring(1, last) : name;
  }

  /** Whether this is the section that {@code header} begins. */
  public boolean isThatOf(FileKind kind, SectionHeader header) {
    // Avoids the record's generated {@code equals}: its first call takes 13 ms, see
    // docs/launcher.md.
    SectionName other = of(kind, header);
    return type == other.type && behindPrefix == other.behindPrefix && name.equals(other.name);
  }

  /** The text for a new header's brackets. */
  public String text() {
    return behindPrefix ? type.prefix() + " " + name : name;
  }
}
