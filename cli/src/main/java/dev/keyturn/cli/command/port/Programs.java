package dev.keyturn.cli.command.port;

import java.util.List;

/**
 * Runs the program that a user asked for, with the user's own environment changed. Where it can, it
 * takes this process's place; else it runs on this process's standard streams until it ends.
 */
public interface Programs {

  /**
   * Makes sure that a program can be run, before anything is done for it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoProgram} when it cannot
   */
  void require(String program);

  /**
   * Runs {@code command}, which is what the user typed last.
   *
   * @return the status to end with
   */
  int run(List<String> command, EnvironmentChange change);

  /** Runs the user's own shell, in the same way. */
  int runShell(EnvironmentChange change);
}
