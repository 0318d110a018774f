package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.adapter.awsfile.text.Mistake;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file as both dialects read it.
 *
 * @param kind what it is to AWS SDKs
 * @param number its number, counted from 1
 * @param start its first byte
 * @param textStart where key or text begins
 * @param keyEnd where the key ends
 * @param valueStart where the value begins
 * @param valueEnd where the value ends: blanks and a comment may follow
 * @param settingEnd where the setting ends, a comment left out
 * @param end where its line ending begins
 * @param next where the next line begins
 * @param mistake the rule of the grammar that a broken or skipped line breaks
 * @param ignoredKey whether AWS SDKs ignore the property on this line, or the one it continues
 * @param section the section it is in, or begins; null before the first
 * @param property the line of the property that it continues; null when it continues none
 * @param cli what it is to the Python tools
 */
record LintedLine(
    Kind kind,
    int number,
    int start,
    int textStart,
    int keyEnd,
    int valueStart,
    int valueEnd,
    int settingEnd,
    int end,
    int next,
    Mistake mistake,
    boolean ignoredKey,
    @Nullable LintedSection section,
    @Nullable LintedLine property,
    CliLine cli) {

  static LintedLine at(
      AwsFileScanner scanner,
      Kind kind,
      @Nullable LintedSection section,
      @Nullable LintedLine property,
      CliLine cli) {
    return new LintedLine(
        kind,
        scanner.number(),
        scanner.start(),
        scanner.textStart(),
        scanner.keyEnd(),
        scanner.valueStart(),
        scanner.valueEnd(),
        kind == Kind.PROPERTY || kind == Kind.SUB_PROPERTY ? scanner.settingEnd() : scanner.end(),
        scanner.end(),
        scanner.following(),
        scanner.mistake(),
        property != null
            ? property.ignoredKey
            : kind == Kind.PROPERTY && scanner.propertyIsIgnored(),
        section,
        property,
        cli);
  }

  String key(AwsFile file) {
    return file.text(textStart, keyEnd);
  }

  /** The value, or the text between the brackets of a header. */
  String value(AwsFile file) {
    return file.text(valueStart, valueEnd);
  }

  /** What follows the value, or the closing bracket of a header, without blanks: a comment. */
  String comment(AwsFile file) {
    int from = kind == Kind.HEADER ? valueEnd + 1 : valueEnd;
    return SectionHeader.trim(file.text(from, end));
  }

  /** The text of an indented line, a comment sign and what follows it included. */
  String text(AwsFile file) {
    return SectionHeader.trim(file.text(textStart, end));
  }

  /** Whether AWS SDKs read it: not in a section or below a key that they ignore. */
  boolean isReadBySdks() {
    return section != null && section.header().skipped() == null && !ignoredKey;
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
