package dev.keyturn.adapter.awsfile.text;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Section;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the lines of an AWS file and says what each is, as the AWS SDKs see it: the one
 * place that knows the grammar. Reading, editing and linting all walk along it.
 *
 * <p>Each call of {@link #next()} moves on by one line; the other methods tell of that line. One
 * pass, no look-back, a cost linear in the size of the file. Not thread-safe.
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
    /** A line that breaks the grammar in a section or property that nobody reads. */
    SKIPPED,
    /** A line that makes the whole file unreadable: see {@link #mistake()}. */
    BROKEN,
    /** There are no more lines. */
    END
  }

  private final AwsFile file;
  private final byte[] bytes;
  private final FileKind fileKind;

  private int number;
  private int start;
  private int end;
  private int next;

  /** The line's first equals sign and first comment behind a blank; its end where it has none. */
  private int equals;

  private int comment;

  /** The text between the brackets of the last header, which few ask for; -1 before the first. */
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
    this.next = file.firstLine();
  }

  /**
   * Moves to the next line.
   *
   * <pre>
   * File         = [ByteOrderMark] (Line LineEnding)* [Line]
   * LineEnding   = LF | CR LF | CR
   * Line         = Blank* | Comment | Header | Property | Continuation
   * Comment      = ("#" | ";") anything, in the first column
   * Header       = "[" in the first column …
   * Continuation = Blank+ …
   * Property     = any other line
   * Blank        = space or tab
   * </pre>
   */
  public Kind next() {
    if (next >= bytes.length) {
      return Kind.END;
    }
    moveToNextLine();
    textStart = skipBlanks(start);
    if (textStart == end) {
      return Kind.BLANK;
    }
    byte first = bytes[start];
    if (isCommentSign(first)) {
      return Kind.COMMENT;
    }
    if (first == '[') {
      return headerLine();
    }
    return isBlank(first) ? continuationLine() : propertyLine();
  }

  private void moveToNextLine() {
    number++;
    start = next;
    int index = start;
    int firstEquals = -1;
    int firstComment = -1;
    while (index < bytes.length) {
      byte letter = bytes[index];
      // All that matters here stands before the letters in ASCII, and this is where time goes.
      if (letter <= '=') {
        if (letter == '\n' || letter == '\r') {
          break;
        }
        if (letter == '=') {
          firstEquals = firstEquals < 0 ? index : firstEquals;
        } else if (firstComment < 0 && isCommentAt(index)) {
          firstComment = index;
        }
      }
      index++;
    }
    end = index;
    equals = firstEquals < 0 ? end : firstEquals;
    comment = firstComment < 0 ? end : firstComment;
    next = end + file.lineEndingAt(end);
  }

  private boolean isCommentAt(int index) {
    return isCommentSign(bytes[index]) && index > start && isBlank(bytes[index - 1]);
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
    valueStart = start + 1;
    int to = start;
    while (to < end && !isCommentSign(bytes[to])) {
      to++;
    }
    valueEnd = trimRight(valueStart, to) - 1;
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
    if (equals >= comment) {
      return failed(Mistake.NO_EQUALS);
    }
    splitAt(equals, comment);
    if (keyEnd == start) {
      return failed(Mistake.NO_NAME);
    }
    propertyIsOpen = true;
    propertyIsNested = valueStart == valueEnd;
    propertyStart = start;
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
   * Comment signs are part of the text. Blank lines and comments in the first column may stand
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
      valueEnd = trimRight(textStart, end);
      return Kind.CONTINUATION;
    }
    return subProperty();
  }

  private Kind subProperty() {
    if (equals == end) {
      return failed(Mistake.NO_EQUALS_IN_BLOCK);
    }
    if (equals == textStart) {
      return failed(Mistake.NO_NAME_IN_BLOCK);
    }
    splitAt(equals, comment > equals ? comment : commentBehind(equals));
    return Kind.SUB_PROPERTY;
  }

  private void splitAt(int sign, int to) {
    keyEnd = trimRight(textStart, sign);
    valueStart = Math.min(skipBlanks(sign + 1), to);
    valueEnd = trimRight(valueStart, to);
  }

  private int commentBehind(int from) {
    int index = from + 1;
    while (index < end && !isCommentAt(index)) {
      index++;
    }
    return index;
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
    return number;
  }

  /** Where the line begins. */
  public int start() {
    return start;
  }

  /** Where the line's ending begins. */
  public int end() {
    return end;
  }

  /** Where the next line begins. */
  public int following() {
    return next;
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

  /** Where the setting ends: behind its value or, where that is empty, behind the equals sign. */
  public int settingEnd() {
    return trimRight(start, valueEnd);
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
    return file.text(textStart, trimRight(textStart, end));
  }

  private boolean isIdentifier(int from, int to) {
    for (int index = from; index < to; index++) {
      if (!Section.isNameLetter(bytes[index])) {
        return false;
      }
    }
    return true;
  }

  private int skipBlanks(int from) {
    int index = from;
    while (index < end && isBlank(bytes[index])) {
      index++;
    }
    return index;
  }

  private int trimRight(int from, int to) {
    int index = to;
    while (index > from && isBlank(bytes[index - 1])) {
      index--;
    }
    return index;
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t';
  }

  private static boolean isCommentSign(byte value) {
    return value == '#' || value == ';';
  }
}
