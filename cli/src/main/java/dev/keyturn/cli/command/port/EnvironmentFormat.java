package dev.keyturn.cli.command.port;

/** Writes a change of the environment in the language of the program that will make it. */
public interface EnvironmentFormat {

  /**
   * The text that makes {@code change} and does nothing else, whatever the values are.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, when the language has no way
   *     to write a value
   */
  String render(EnvironmentChange change);
}
