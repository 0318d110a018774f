package dev.keyturn.domain.json;

/** Walks through a text one character at a time and knows line and column. */
final class Cursor {

  /** What {@link #peek()} returns at the end; no JSON text contains it outside a string. */
  static final char END = '\uffff';

  private final String text;
  private int offset;
  private int line = 1;
  private int lineStart;

  Cursor(String text) {
    this.text = text;
  }

  Position position() {
    return new Position(line, offset - lineStart + 1);
  }

  boolean atEnd() {
    return offset == text.length();
  }

  char peek() {
    return atEnd() ? END : text.charAt(offset);
  }

  char next() {
    char c = text.charAt(offset++);
    if (c == '\n') {
      line++;
      lineStart = offset;
    }
    return c;
  }

  boolean skip(String expected) {
    boolean found = text.startsWith(expected, offset);
    if (found) {
      offset += expected.length();
    }
    return found;
  }

  void skipBlanks() {
    while (!atEnd() && " \t\r\n".indexOf(peek()) >= 0) {
      next();
    }
  }

  JsonSyntaxException mistake(String message) {
    return new JsonSyntaxException(position(), message);
  }

  /** The exception that the current character is not what the grammar expects. */
  JsonSyntaxException expected(String what) {
    String found = atEnd() ? "the end of the text" : shown(peek());
    return mistake("expected " + what + ", found " + found);
  }

  private static String shown(char c) {
    return c > ' ' && c < 0x7f ? "'" + c + "'" : String.format("U+%04X", (int) c);
  }
}
