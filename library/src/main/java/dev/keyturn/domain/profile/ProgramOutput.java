package dev.keyturn.domain.profile;

import java.util.Map;

/** The port to the programs that the AWS files name. Thread-safe. */
public interface ProgramOutput {

  /**
   * Runs a program, for a minute at most. It has no standard input; its standard error is shown.
   *
   * @param more variables beyond those it inherits
   * @return what it writes to standard output
   * @throws dev.keyturn.domain.failure.FailureException {@code BadProfile} when it cannot be run,
   *     fails or takes too long; {@code Interrupted}
   */
  String of(SettingProgram program, Map<String, String> more);
}
