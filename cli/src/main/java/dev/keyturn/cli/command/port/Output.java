package dev.keyturn.cli.command.port;

import dev.keyturn.domain.text.VisibleText;

/**
 * The standard streams: results are written to standard output, notes and errors to standard error.
 * Secrets are written only if they are the result.
 */
public interface Output {

  /** Writes a line of the result to standard output, as {@link VisibleText}. */
  default void line(String text) {
    text(text + "\n");
  }

  /** Writes lines of the result to standard output, as {@link VisibleText}. */
  default void text(String lines) {
    data(VisibleText.lines(lines));
  }

  /** Writes part of the result to standard output unchanged, for a program that reads it. */
  void data(String text);

  /** Whether the reader has closed standard output, or the result cannot be written. */
  boolean isClosed();

  /** Whether the result goes to a terminal, where a person reads it. */
  default boolean isTerminal() {
    return false;
  }

  /** Writes a line to standard error; its control characters are shown as {@link VisibleText}. */
  void error(String text);

  /** Writes a note to standard error, as {@code keyturn: note} in one line. */
  default void note(String text) {
    error("keyturn: " + VisibleText.line(text));
  }
}
