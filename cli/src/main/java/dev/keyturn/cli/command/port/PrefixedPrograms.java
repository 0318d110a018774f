package dev.keyturn.cli.command.port;

import java.util.List;

/** Runs programs beside each other, so that their outputs can be distinguished. Thread-safe. */
public interface PrefixedPrograms {

  /**
   * Makes sure that a program can be run, before anything is done for it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoProgram} when it cannot
   */
  void require(String program);

  /**
   * Runs {@code command} with nothing on standard input, until it ends. Each line that it writes
   * goes to the stream it was written to, as a whole and after {@code prefix}.
   *
   * @return its status
   */
  int run(List<String> command, EnvironmentChange change, String prefix);

  /** Ends the programs that still run, with all that they started; none is started any longer. */
  void end();
}
