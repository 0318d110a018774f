package dev.keyturn.app;

/** The entry point, and the only place that ends the process. */
public final class Main {

  private Main() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.exit(new App(Host.ofProcess()).run(args));
  }
}
