package dev.keyturn.cli.app;

/** The entry point, and the only place that ends the process. */
public final class Main {

  private Main() {}

  /**
   * Runs one command. All output is written by then, and nothing waits for an orderly end: {@code
   * System.exit} would load the JVM's logging, just to be able to tell that it was called.
   */
  public static void main(String[] args) {
    Runtime.getRuntime().halt(run(args));
  }

  static int run(String[] args) {
    return new CommandLineRun(Host.ofProcess()).run(args);
  }
}
