package dev.keyturn.cli.command.line;

import picocli.CommandLine.Model.CommandSpec;

/** Something a user can type. */
public interface Command {

  /** Declares what it takes. Help, examples and exit codes come from its {@link Topic}. */
  void declare(CommandSpec spec);

  /**
   * Does it.
   *
   * @throws dev.keyturn.domain.failure.FailureException for every reason its user can know
   */
  ExitStatus run(Arguments arguments);
}
