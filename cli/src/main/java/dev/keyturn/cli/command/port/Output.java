package dev.keyturn.cli.command.port;

import dev.keyturn.domain.text.VisibleText;

/**
 * The standard streams: results go to one, notes and errors to the other. Neither ever gets a
 * secret unless the result is one.
 */
public interface Output {

  /** Writes a line of the result to standard output. */
  void line(String text);

  /** Writes part of the result to standard output, as it is. */
  void text(String text);

  /** Whether nobody reads the result any more, or it cannot be written. */
  boolean isClosed();

  /** Writes a line to standard error; its control characters are shown as {@link VisibleText}. */
  void error(String text);

  /** Writes a note to standard error, as {@code keyturn: note} in one line. */
  default void note(String text) {
    error("keyturn: " + VisibleText.line(text));
  }
}
