package dev.keyturn.sandbox.json;

import tools.jackson.core.TokenStreamLocation;

/** The text is not JSON. The message says what is wrong and where, and never repeats the text. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  JsonException(String problem, TokenStreamLocation location) {
    super(
        "%s at line %d, column %d"
            .formatted(problem, location.getLineNr(), location.getColumnNr()));
    this.line = location.getLineNr();
    this.column = location.getColumnNr();
  }

  /** The line of the problem, counted from 1. */
  public int line() {
    return line;
  }

  /** The position of the problem in its line, counted from 1 in UTF-16 units. */
  public int column() {
    return column;
  }
}
