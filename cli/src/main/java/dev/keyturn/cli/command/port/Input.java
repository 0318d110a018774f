package dev.keyturn.cli.command.port;

/** Standard input. */
public interface Input {

  /** One line without its line ending; empty at the end of input. */
  String line();

  /** All of it without the end of its last line. */
  default String text() {
    return line();
  }

  /** Whether it is a terminal. */
  default boolean isTerminal() {
    return false;
  }
}
