package dev.keyturn.cli.command.line;

/** Something a user can type. */
public interface Command {

  /** What it takes: every option and word that it reads. */
  Syntax syntax();

  /** What help says of it beyond that. */
  Manual manual();

  /**
   * Does it.
   *
   * @throws dev.keyturn.domain.failure.FailureException for every reason its user can know
   */
  ExitStatus run(Arguments arguments);
}
