package dev.keyturn.cli.app.failure;

import dev.keyturn.cli.command.port.Output;

/** What a user sees of a bug. Only class names and lines: messages might hold anything. */
public final class BugReport {

  private BugReport() {}

  /** Says what happened, and how to report it. */
  public static void print(Throwable bug, String version, Output output, boolean debug) {
    output.note("a bug in Keyturn " + version + ": " + bug.getClass().getSimpleName());
    if (debug) {
      for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
        output.error(cause.getClass().getName());
        for (StackTraceElement frame : cause.getStackTrace()) {
          output.error("    at " + frame);
        }
      }
    }
    output.error(
        debug
            ? "hint: please report it with the lines above:"
                + " https://github.com/keyturn/keyturn/issues"
            : "hint: run the same command with --debug, and report what it prints");
  }
}
