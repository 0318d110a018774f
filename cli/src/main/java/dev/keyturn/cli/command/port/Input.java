package dev.keyturn.cli.command.port;

/** Standard input. */
public interface Input {

  /** One line of it without its end; empty when there is none. */
  String line();

  /** All of it without the end of its last line. */
  default String text() {
    return line();
  }

  /** Whether a person types it. */
  default boolean isTerminal() {
    return false;
  }
}
