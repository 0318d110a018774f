package dev.keyturn.cli.app.failure;

import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.text.ShellCommand;
import org.jspecify.annotations.Nullable;

/**
 * The report of a bug. It contains only class names and line numbers: messages might contain
 * secrets.
 */
public final class BugReport {

  private static final String ISSUES = "https://github.com/keyturn/keyturn/issues";

  private BugReport() {}

  /**
   * Prints what happened, and how to report it.
   *
   * @param version of Keyturn
   * @param typed the line that failed; null where it was not even understood
   */
  public static void print(
      Throwable bug, String version, @Nullable TypedCommand typed, Output output, boolean debug) {
    output.note("a bug in Keyturn " + version + ": " + bug.getClass().getSimpleName());
    if (debug) {
      for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
        output.error(cause.getClass().getName());
        for (StackTraceElement frame : cause.getStackTrace()) {
          output.error("    at " + frame);
        }
      }
      output.error("hint: please report it with the lines above: " + ISSUES);
      return;
    }
    String hint = "for the lines to report at " + ISSUES + ": " + ShellCommand.ADD + "debug";
    output.error("hint: " + (typed == null ? hint : typed.line(hint)));
  }
}
