package dev.keyturn.cli.command.port;

/** Writes a change of the environment in the syntax of the program that will apply it. */
public interface EnvironmentFormat {

  /**
   * The text that applies {@code change} and has no other effect, for any values.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, when the syntax cannot
   *     represent a value
   */
  String render(EnvironmentChange change);
}
