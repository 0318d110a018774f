package dev.keyturn.cli.command.line;

/** A command of Keyturn. */
public interface Command {

  /** Its syntax: every option and word that it reads. */
  Syntax syntax();

  /** Its description in help, beyond the syntax. */
  Manual manual();

  /**
   * Runs it.
   *
   * @throws dev.keyturn.domain.failure.FailureException for every failure that the user can
   *     understand
   */
  ExitStatus run(Arguments arguments);
}
