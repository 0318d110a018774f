package dev.keyturn.domain.lock;

import java.time.Duration;

/**
 * Locks between processes and between threads of one process.
 *
 * <p>A lock ends when its holder ends, in whatever way: a killed process leaves nothing that blocks
 * the next one. Not reentrant. Implementations are thread-safe.
 */
public interface Locks {

  /**
   * Takes the lock called {@code name}, waiting for its present holder.
   *
   * @param name any text that names the thing locked, for example the real path of a file
   * @param wait how long to wait at most
   * @return the lock; closing it releases it
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Busy} with the holder's
   *     process id when the wait is over; {@code Interrupted} when the waiting thread is
   *     interrupted
   */
  Held acquire(String name, Duration wait);

  /** A lock that is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
