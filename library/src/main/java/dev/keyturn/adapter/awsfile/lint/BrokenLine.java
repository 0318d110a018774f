package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.Mistake;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import org.jspecify.annotations.Nullable;

/**
 * A line that breaks the AWS SDKs' grammar: what the Python tools make of it, and its repair.
 *
 * @param file the file
 * @param scanner at the line
 */
record BrokenLine(AwsFile file, AwsFileScanner scanner) {

  /** The stable name of the rule that it breaks. */
  String rule() {
    return switch (scanner.mistake()) {
      case NO_BRACKET -> "header-without-bracket";
      case NO_SECTION -> "no-section";
      case NO_EQUALS -> "no-equals-sign";
      case NO_NAME -> "no-key";
      case NO_PROPERTY -> "indented-line";
      case NO_EQUALS_IN_BLOCK -> "no-equals-sign-in-block";
      case NO_NAME_IN_BLOCK -> "no-key-in-block";
      case NOT_TEXT -> "not-utf-8";
      case UTF_16 -> "utf-16";
    };
  }

  String cliReading() {
    return isReadByCli() ? "reads the line" : "cannot read the file";
  }

  /**
   * Whether {@code configparser} goes on past a line that breaks the SDKs' grammar: it wants a
   * header first and then, but for comments, a key and {@code =} or {@code :} on each line that
   * continues none.
   */
  boolean isReadByCli() {
    String text = SectionHeader.trim(text());
    boolean header = text.startsWith("[") && text.indexOf(']') > 1;
    boolean pair = firstDelimiter(text) > 0;
    return switch (scanner.mistake()) {
      case NO_BRACKET -> header;
      case NO_SECTION -> false;
      case NO_EQUALS, NO_PROPERTY -> header || pair || startsComment();
      case NO_NAME -> false;
      case NO_EQUALS_IN_BLOCK -> startsComment();
      case NO_NAME_IN_BLOCK -> true;
      case NOT_TEXT, UTF_16 -> false;
    };
  }

  private static int firstDelimiter(String text) {
    int equals = text.indexOf('=');
    int colon = text.indexOf(':');
    return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
  }

  /** The bytes to change; null where there is no one right answer. */
  @Nullable Splice repair() {
    if (!isReadByCli()) {
      return null;
    }
    return switch (scanner.mistake()) {
      case NO_EQUALS -> {
        int colon = scanner.start() + text().indexOf(':');
        yield text().indexOf('=') < 0 ? new Splice(colon, colon + 1, "=") : null;
      }
      case NO_PROPERTY -> withoutIndent();
      case NO_EQUALS_IN_BLOCK -> startsComment() ? withoutIndent() : null;
      case NO_BRACKET, NO_SECTION, NO_NAME, NO_NAME_IN_BLOCK, NOT_TEXT, UTF_16 -> null;
    };
  }

  /** What {@link #repair} does, in words. */
  String repairInWords() {
    return scanner.mistake() == Mistake.NO_EQUALS
        ? "write an equals sign for the colon"
        : "remove the blanks at its beginning";
  }

  private Splice withoutIndent() {
    return new Splice(scanner.start(), scanner.textStart(), "");
  }

  private String text() {
    return file.text(scanner.start(), scanner.end());
  }

  /** Whether the line's first letter behind blanks is a comment sign. */
  boolean startsComment() {
    byte first = file.bytes()[scanner.textStart()];
    return first == '#' || first == ';';
  }
}
