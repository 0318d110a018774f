package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.domain.profile.file.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * What the two dialects make of a section header, where that is not the same.
 *
 * @param rule the difference's stable name
 * @param sdk what the AWS SDKs make of it
 * @param cli what the Python tools make of it
 * @param cliFails whether they cannot read the file
 * @param repaired the text that both read as the SDKs do; null where there is none
 */
record HeaderReadings(
    String rule, String sdk, String cli, boolean cliFails, @Nullable String repaired) {

  /**
   * The difference in {@code header}.
   *
   * @param text what stands between the brackets
   * @return null where there is none
   */
  static @Nullable HeaderReadings of(FileKind kind, SectionHeader header, String text) {
    String trimmed = SectionHeader.trim(text);
    String ignores = "ignores the section";
    if (text.isEmpty()) {
      return new HeaderReadings(
          "section-without-name", ignores, "cannot read the file", true, null);
    }
    if (header.skipped() == SectionHeader.Skipped.INVALID_NAME
        && cliSeesName(kind, header, trimmed)) {
      return new HeaderReadings(
          "section-name", ignores, "reads a profile of that name", false, null);
    }
    if (header.skipped() == SectionHeader.Skipped.PREFIX_IN_CREDENTIALS) {
      String cli = "reads a profile called '" + trimmed + "'";
      return new HeaderReadings("prefix-in-credentials", ignores, cli, false, null);
    }
    if (header.skipped() == null && isPadded(kind, text)) {
      String cli = kind == FileKind.CREDENTIALS ? "takes the blanks for part of the name" : ignores;
      return new HeaderReadings(
          "blank-in-header", "reads '" + header.name() + "'", cli, false, trimmed);
    }
    return null;
  }

  /** Whether there are blanks that the Python tools do not pass over. */
  static boolean isPadded(FileKind kind, String text) {
    String trimmed = SectionHeader.trim(text);
    boolean exact = kind == FileKind.CREDENTIALS || trimmed.equals("default");
    return exact ? !trimmed.equals(text) : text.startsWith(" ") || text.startsWith("\t");
  }

  /** In the config file botocore splits the header as a shell would and takes exactly two words. */
  private static boolean cliSeesName(FileKind kind, SectionHeader header, String trimmed) {
    if (kind == FileKind.CREDENTIALS) {
      return true;
    }
    String name = header.name();
    boolean quoted = name.startsWith("\"") || name.startsWith("'");
    boolean oneWord = name.indexOf(' ') < 0 && name.indexOf('\t') < 0;
    return header.prefixed() && !trimmed.isEmpty() && (quoted || oneWord);
  }
}
