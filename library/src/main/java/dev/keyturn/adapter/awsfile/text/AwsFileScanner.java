package dev.keyturn.adapter.awsfile.text;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Section;
import org.jspecify.annotations.Nullable;

/**
 * Scans the lines of an AWS file and classifies each as the AWS SDKs do. It is the one place that
 * knows the grammar: reading, editing and linting all use it.
 *
 * <p>Each call of {@link #next()} moves on by one line; the other methods describe that line. It
 * makes one pass without looking back, in time linear in the size of the file. Not thread-safe.
 */
public final class AwsFileScanner {

  /** What a line is. */
  public enum Kind {
    /** Nothing but spaces and tabs. */
    BLANK,
    /** {@code #} or {@code ;} in the first column. */
    COMMENT,
    /** A section begins: see {@link #currentHeader()}. */
    HEADER,
    /** {@code key = value}. */
    PROPERTY,
    /** An indented line that continues the value above. */
    CONTINUATION,
    /** An indented {@code key = value} below a property without a value. */
    SUB_PROPERTY,
    /** A line that breaks the grammar in a section or property that no SDK reads. */
    SKIPPED,
    /** A line that makes the whole file unreadable: see {@link #mistake()}. */
    BROKEN,
    /** There are no more lines. */
    END
  }

  private final AwsFile file;
  private final byte[] bytes;
  private final FileKind fileKind;

  private final LineCursor line;

  /**
   * Where the text between the brackets of the last header begins; -1 before the first. Parsed on
   * demand, because few callers need it.
   */
  private int headerStart = -1;

  private int headerEnd;
  private @Nullable SectionHeader header;
  private boolean propertyIsOpen;
  private boolean propertyIsNested;
  private int propertyStart;
  private int propertyKeyEnd;

  private int keyEnd;
  private int valueStart;
  private int valueEnd;
  private int textStart;
  private Mistake mistake = Mistake.NO_EQUALS;

  public AwsFileScanner(AwsFile file, FileKind fileKind) {
    this.file = file;
    this.bytes = file.bytes();
    this.fileKind = fileKind;
    this.line = new LineCursor(file);
  }

  /**
   * Moves to the next line.
   *
   * <pre>
   * Line         = Blank* | Comment | Header | Property | Continuation
   * Comment      = ("#" | ";") anything, in the first column
   * Header       = "[" in the first column …
   * Continuation = Blank+ …
   * Property     = any other line
   * Blank        = space or tab
   * </pre>
   */
  public Kind next() {
    if (!line.move()) {
      return Kind.END;
    }
    textStart = line.skipBlanks(line.start());
    if (textStart == line.end()) {
      return Kind.BLANK;
    }
    byte first = bytes[line.start()];
    if (LineCursor.isCommentSign(first)) {
      return Kind.COMMENT;
    }
    if (first == '[') {
      return headerLine();
    }
    return LineCursor.isBlank(first) ? continuationLine() : propertyLine();
  }

  /**
   * A section header.
   *
   * <pre>
   * Header = "[" Text "]" Blank* [("#" | ";") anything]
   * </pre>
   *
   * The comment may touch the bracket, so neither sign can be part of the text.
   */
  private Kind headerLine() {
    valueStart = line.start() + 1;
    valueEnd = line.trimRight(valueStart, line.firstCommentSign()) - 1;
    propertyIsOpen = false;
    if (valueEnd < valueStart || bytes[valueEnd] != ']') {
      return broken(Mistake.NO_BRACKET);
    }
    headerStart = valueStart;
    headerEnd = valueEnd;
    header = null;
    return Kind.HEADER;
  }

  /**
   * A property.
   *
   * <pre>
   * Property = Key Blank* "=" Blank* [Value] [Blank+ ("#" | ";") anything]
   * Key      = one or more letters, digits and - _ / . % @ : +
   * </pre>
   *
   * The first {@code =} counts. A comment begins at the first sign that has a blank before it;
   * other signs belong to the value. A key with other characters is ignored with its continuation
   * lines. There are no quotes, escapes or variables.
   */
  private Kind propertyLine() {
    propertyIsOpen = false;
    if (headerStart < 0) {
      return broken(Mistake.NO_SECTION);
    }
    if (line.equals() >= line.comment()) {
      return failed(Mistake.NO_EQUALS);
    }
    splitAt(line.equals(), line.comment());
    if (keyEnd == line.start()) {
      return failed(Mistake.NO_NAME);
    }
    propertyIsOpen = true;
    propertyIsNested = valueStart == valueEnd;
    propertyStart = line.start();
    propertyKeyEnd = keyEnd;
    return Kind.PROPERTY;
  }

  /**
   * An indented line.
   *
   * <pre>
   * Continuation, below a property with a value:     Blank+ Text Blank*
   * Sub-property, below a property without a value:  Blank+ Name Blank* "=" anything
   * </pre>
   *
   * Comment signs are part of the text. Blank lines and comments in the first column may come
   * between; a header ends the property. A sub-property's name may have any characters.
   */
  private Kind continuationLine() {
    if (headerStart < 0) {
      return broken(Mistake.NO_SECTION);
    }
    if (!propertyIsOpen) {
      return failed(Mistake.NO_PROPERTY);
    }
    if (!propertyIsNested) {
      valueStart = textStart;
      valueEnd = line.trimRight(textStart, line.end());
      return Kind.CONTINUATION;
    }
    return subProperty();
  }

  private Kind subProperty() {
    if (line.equals() == line.end()) {
      return failed(Mistake.NO_EQUALS_IN_BLOCK);
    }
    if (line.equals() == textStart) {
      return failed(Mistake.NO_NAME_IN_BLOCK);
    }
    splitAt(line.equals(), line.commentAfter(line.equals()));
    return Kind.SUB_PROPERTY;
  }

  private void splitAt(int sign, int to) {
    keyEnd = line.trimRight(textStart, sign);
    valueStart = Math.min(line.skipBlanks(sign + 1), to);
    valueEnd = line.trimRight(valueStart, to);
  }

  private Kind failed(Mistake rule) {
    boolean nobodyReadsIt =
        (headerStart >= 0 && currentHeader().tolerant()) || (propertyIsOpen && propertyIsIgnored());
    mistake = rule;
    return nobodyReadsIt ? Kind.SKIPPED : broken(rule);
  }

  private Kind broken(Mistake rule) {
    mistake = rule;
    return Kind.BROKEN;
  }

  /** The line's number, counted from 1. */
  public int number() {
    return line.number();
  }

  /** Where the line begins. */
  public int start() {
    return line.start();
  }

  /** Where the line's ending begins. */
  public int end() {
    return line.end();
  }

  /** Where the next line begins. */
  public int following() {
    return line.following();
  }

  /** The last header passed. */
  public SectionHeader currentHeader() {
    if (header == null) {
      header = SectionHeader.parse(fileKind, file.text(headerStart, headerEnd));
    }
    return header;
  }

  /** Whether the property that is open has a key that the AWS SDKs ignore. */
  public boolean propertyIsIgnored() {
    return !isIdentifier(propertyStart, propertyKeyEnd);
  }

  /** The rule that a broken or skipped line breaks. */
  public Mistake mistake() {
    return mistake;
  }

  /** Where the text of an indented line, or the key, begins. */
  public int textStart() {
    return textStart;
  }

  /** Where the key of a property or sub-property ends. */
  public int keyEnd() {
    return keyEnd;
  }

  /** Where the value begins. */
  public int valueStart() {
    return valueStart;
  }

  /** Where the value ends; what follows is blanks and a comment. */
  public int valueEnd() {
    return valueEnd;
  }

  /** Where the setting ends: after its value or, where that is empty, after the equals sign. */
  public int settingEnd() {
    return line.trimRight(line.start(), valueEnd);
  }

  /** The key as written. */
  public String key() {
    return file.text(textStart, keyEnd);
  }

  /** The value, a header's text between its brackets, or a continuation line's text. */
  public String value() {
    return file.text(valueStart, valueEnd);
  }

  /** All text of an indented line, a comment sign and what follows it included. */
  public String text() {
    return file.text(textStart, line.trimRight(textStart, line.end()));
  }

  private boolean isIdentifier(int from, int to) {
    for (int index = from; index < to; index++) {
      if (!Section.isNameLetter(bytes[index])) {
        return false;
      }
    }
    return true;
  }
}
