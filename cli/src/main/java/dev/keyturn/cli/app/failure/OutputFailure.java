package dev.keyturn.cli.app.failure;

import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Interprets an error in writing the result. */
public final class OutputFailure {

  /**
   * As Linux and macOS, and then Windows, word it. A standard output that is open for reading only
   * ({@code 1<file}) reads the same, and cannot be distinguished: where it was closed, the first
   * file that the JVM opens, its own modules, takes its number, and that is open for reading only
   * too.
   */
  private static final List<String> CLOSED =
      List.of("broken pipe", "bad file descriptor", "pipe is being closed", "handle is invalid");

  private OutputFailure() {}

  /**
   * Reports it, and returns the exit status. Silent if the reader closed the pipe, as {@code head}
   * does, or standard output was closed ({@code >&-}); everything else, above all a full disk, is
   * an error that must be shown.
   */
  public static int exit(IOException failure, Output output) {
    String why = failure.getMessage() == null ? "" : failure.getMessage();
    String lower = why.toLowerCase(Locale.ROOT);
    if (CLOSED.stream().anyMatch(lower::contains)) {
      return ExitCode.OUTPUT_CLOSED.number();
    }
    Failure unwritable = new Failure.UnwritableOutput(why);
    Failures.print(output, unwritable, null, false);
    return ExitCode.of(unwritable).number();
  }
}
