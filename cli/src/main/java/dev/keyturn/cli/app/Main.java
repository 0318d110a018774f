package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.process.QuitSignal;

/** The entry point, and the only place that ends the process. */
public final class Main {

  private static final int QUIT = 131;

  private Main() {}

  /**
   * Runs one command. At its end all output is written and nothing needs an orderly shutdown:
   * {@code System.exit} would load the JVM's logging, only to be able to log the call.
   */
  public static void main(String[] args) {
    QuitSignal.endsProcess();
    Runtime.getRuntime().halt(run(args));
  }

  /** Ends the process and what depends on it, with the exit status of a program ended by QUIT. */
  static void quit() {
    Runtime.getRuntime().exit(QUIT);
  }

  static int run(String[] args) {
    return new CommandLineRun(Host.ofProcess()).run(args);
  }
}
