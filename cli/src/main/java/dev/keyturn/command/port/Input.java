package dev.keyturn.command.port;

/** Standard input. */
public interface Input {

  /** One line of it without its end; empty when there is none. */
  String line();
}
