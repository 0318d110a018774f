package dev.keyturn.cli.command.port;

import java.util.List;

/**
 * Runs the user's program with changes to the user's environment. If possible, the program replaces
 * this process; otherwise it runs on this process's standard streams until it ends.
 */
public interface Programs {

  /**
   * Checks that a program can be run, before anything is done for it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoProgram} when it cannot
   */
  void require(String program);

  /**
   * Runs {@code command}, the last words of the user's command line.
   *
   * @return the status to exit with
   */
  int run(List<String> command, EnvironmentChange change);

  /** Runs the user's own shell, in the same way. */
  int runShell(EnvironmentChange change);
}
