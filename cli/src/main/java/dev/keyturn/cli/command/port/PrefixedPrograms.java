package dev.keyturn.cli.command.port;

import java.util.List;

/** Runs programs in parallel, with distinguishable output. Thread-safe. */
public interface PrefixedPrograms {

  /**
   * Checks that a program can be run, before anything is done for it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoProgram} when it cannot
   */
  void require(String program);

  /**
   * Runs {@code command} with empty standard input until it ends. Each line of its output is
   * written to the same stream, as a whole and after {@code prefix}.
   *
   * @return its exit status
   */
  int run(List<String> command, EnvironmentChange change, String prefix);

  /** Ends the running programs with their descendants; no further ones are started. */
  void end();
}
