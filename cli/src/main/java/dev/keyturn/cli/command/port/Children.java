package dev.keyturn.cli.command.port;

import java.util.List;
import java.util.Map;

/** Starts other programs. */
public interface Children {

  /**
   * Runs a program on this process's own standard streams until it ends.
   *
   * @param command the program and its arguments; no secret among them
   * @param environment its whole environment
   * @return its exit status; 128 and the signal's number when a signal ended it
   * @throws dev.keyturn.domain.failure.FailureException when it cannot be started
   */
  int run(List<String> command, Map<String, String> environment);

  /** Whether a program of that name can be found. */
  boolean isInstalled(String program);

  /** The command line that starts the local AWS, without options. */
  List<String> sandbox();

  /** Starts the local AWS; it ends when the returned handle is closed, or this process ends. */
  Sandbox startSandbox(List<String> options);

  /** A local AWS that runs. */
  interface Sandbox extends AutoCloseable {
    /** The line it printed when it was ready, as JSON. */
    String ready();

    @Override
    void close();
  }
}
