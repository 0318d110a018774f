package dev.keyturn.cli.command.port;

import java.util.function.Consumer;

/** What the operating system tells this process. */
public interface Signals {

  /**
   * Takes the signals that would end this process, and the one that tells of another window size:
   * {@code INT}, {@code TERM}, {@code HUP}, {@code WINCH}. They then do nothing else.
   *
   * @param action gets the signal's name, on a thread of its own
   */
  Watch watch(Consumer<String> action);

  /** Lasts until it is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
