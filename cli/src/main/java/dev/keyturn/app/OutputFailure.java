package dev.keyturn.app;

import dev.keyturn.command.ExitCode;
import dev.keyturn.command.Failures;
import dev.keyturn.command.port.Output;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.util.Locale;

/** What it means that the result could not be written. */
final class OutputFailure {

  private OutputFailure() {}

  /**
   * Silent when the reader went away, as {@code head} does; everything else, a full disk above all,
   * is an error that must be seen.
   */
  static int exit(IOException failure, Output output) {
    String why = failure.getMessage() == null ? "" : failure.getMessage();
    String lower = why.toLowerCase(Locale.ROOT);
    if (lower.contains("broken pipe") || lower.contains("pipe is being closed")) {
      return ExitCode.OUTPUT_CLOSED.number();
    }
    Failure unwritable = new Failure.UnwritableOutput(why);
    Failures.print(output, unwritable, false);
    return ExitCode.of(unwritable).number();
  }
}
