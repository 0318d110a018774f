package dev.keyturn.adapter.awsfile.text;

/**
 * Moves along the lines of a file and finds the separators of each: its first equals sign and its
 * first comment sign after a blank. One pass without looking back. Not thread-safe.
 *
 * <pre>
 * File       = [ByteOrderMark] (Line LineEnding)* [Line]
 * LineEnding = LF | CR LF | CR
 * </pre>
 */
final class LineCursor {

  private final AwsFile file;
  private final byte[] bytes;

  private int number;
  private int start;
  private int end;
  private int next;

  private int equals;
  private int comment;

  LineCursor(AwsFile file) {
    this.file = file;
    this.bytes = file.bytes();
    this.next = file.firstLine();
  }

  /** Moves to the next line; returns whether there is one. */
  boolean move() {
    if (next >= bytes.length) {
      return false;
    }
    number++;
    start = next;
    int index = start;
    int firstEquals = -1;
    int firstComment = -1;
    while (index < bytes.length) {
      byte letter = bytes[index];
      // A fast path for the hottest loop: all separators come before the letters in ASCII.
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
    return true;
  }

  private boolean isCommentAt(int index) {
    return isCommentSign(bytes[index]) && index > start && isBlank(bytes[index - 1]);
  }

  /** The line's number, counted from 1. */
  int number() {
    return number;
  }

  /** Where the line begins. */
  int start() {
    return start;
  }

  /** Where the line's ending begins. */
  int end() {
    return end;
  }

  /** Where the next line begins. */
  int following() {
    return next;
  }

  /** The line's first equals sign; its end where it has none. */
  int equals() {
    return equals;
  }

  /** The line's first comment sign with a blank before it; its end where it has none. */
  int comment() {
    return comment;
  }

  /** The first comment sign with a blank before it that comes after {@code from}. */
  int commentAfter(int from) {
    if (comment > from) {
      return comment;
    }
    int index = from + 1;
    while (index < end && !isCommentAt(index)) {
      index++;
    }
    return index;
  }

  /** The line's first comment sign, blank or not; its end where it has none. */
  int firstCommentSign() {
    int index = start;
    while (index < end && !isCommentSign(bytes[index])) {
      index++;
    }
    return index;
  }

  /**
   * The first byte from {@code from} on that is not a blank; the line's end where there is none.
   */
  int skipBlanks(int from) {
    int index = from;
    while (index < end && isBlank(bytes[index])) {
      index++;
    }
    return index;
  }

  /** {@code to} without the blanks before it, and not before {@code from}. */
  int trimRight(int from, int to) {
    int index = to;
    while (index > from && isBlank(bytes[index - 1])) {
      index--;
    }
    return index;
  }

  static boolean isBlank(byte value) {
    return value == ' ' || value == '\t';
  }

  static boolean isCommentSign(byte value) {
    return value == '#' || value == ';';
  }
}
