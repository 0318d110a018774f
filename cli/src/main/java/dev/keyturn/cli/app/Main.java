package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.process.QuitSignal;

/** The entry point, and the only place that ends the process. */
public final class Main {

  private static final int QUIT = 131;

  private Main() {}

  /**
   * Runs one command. All output is written by then, and nothing waits for an orderly end: {@code
   * System.exit} would load the JVM's logging, just to be able to tell that it was called.
   */
  public static void main(String[] args) {
    QuitSignal.endsProcess();
    Runtime.getRuntime().halt(run(args));
  }

  /** Ends the process with what its end ends, as a shell reports a program that QUIT ended. */
  static void quit() {
    Runtime.getRuntime().exit(QUIT);
  }

  static int run(String[] args) {
    return new CommandLineRun(Host.ofProcess()).run(args);
  }
}
