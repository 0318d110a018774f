package dev.keyturn.cli.app;

import dev.keyturn.cli.command.port.Output;

/** What a user sees of a bug. Only class names and lines: messages might hold anything. */
final class BugReport {

  private BugReport() {}

  static void print(Throwable bug, Output output, boolean debug) {
    output.note("a bug in Keyturn " + Version.text() + ": " + bug.getClass().getSimpleName());
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
            ? "hint: please report it with the lines above: https://github.com/keyturn/keyturn/issues"
            : "hint: run the same command with --debug, and report what it prints");
  }
}
