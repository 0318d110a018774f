package dev.keyturn.cli.command.port;

import java.util.List;
import java.util.function.Consumer;

/** The signals sent to this process. */
public interface Signals {

  /** The signals that ask a process to end. */
  List<String> ENDING = List.of("HUP", "INT", "TERM");

  /**
   * Handles these signals, which then have no other effect. Signals that this system does not have
   * are ignored.
   *
   * @param names without SIG
   * @param action gets the signal's name, on a thread of its own
   */
  Watch watch(List<String> names, Consumer<String> action);

  /**
   * Runs {@code action} if this process is asked to end before the watch is closed. It ends when
   * all such actions have returned, one after the other, the last that was asked for first.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} when it is ending
   */
  Watch atEnd(Runnable action);

  /** Lets QUIT end this process from now on, because the command waits for something. */
  default void quitEnds() {}

  /** Lasts until it is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
