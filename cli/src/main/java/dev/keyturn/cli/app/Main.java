package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.process.QuitSignal;
import java.util.concurrent.locks.LockSupport;

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
    end(run(args));
  }

  /**
   * While a signal ends the process, the signal decides the exit status, and not the command, which
   * may have ended only because its programs were ended.
   */
  private static void end(int status) {
    while (isEnding()) {
      LockSupport.park();
    }
    Runtime.getRuntime().halt(status);
  }

  /** Whether a signal ends the process. */
  static boolean isEnding() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread("end"));
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Ends the process and what depends on it, with the exit status of a program ended by QUIT. */
  static void quit() {
    Runtime.getRuntime().exit(QUIT);
  }

  static int run(String[] args) {
    return new CommandLineRun(Host.ofProcess()).run(args);
  }
}
