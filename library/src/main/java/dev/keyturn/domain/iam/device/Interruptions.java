package dev.keyturn.domain.iam.device;

/** The port to the signals that end this process. Thread-safe. */
public interface Interruptions {

  /**
   * Runs {@code action} if the process is asked to end before the watch is closed. It then ends as
   * soon as the action has returned.
   */
  Watch watch(Runnable action);

  /** Lasts until it is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
