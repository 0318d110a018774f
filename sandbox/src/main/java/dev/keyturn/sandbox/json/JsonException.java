package dev.keyturn.sandbox.json;

/** The text is not JSON. The message says what is wrong and where; it never repeats the text. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  JsonException(String problem, int line, int column) {
    super("%s at line %d, column %d".formatted(problem, line, column));
    this.line = line;
    this.column = column;
  }

  /** The line of the first character that cannot stand where it does, counted from 1. */
  public int line() {
    return line;
  }

  /** The position of that character in its line, counted from 1 in UTF-16 units. */
  public int column() {
    return column;
  }
}
