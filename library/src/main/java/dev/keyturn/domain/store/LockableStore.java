package dev.keyturn.domain.store;

import java.time.Duration;

/** A place that stays open for other processes until it is locked. */
public interface LockableStore extends SecretStore {

  /**
   * Opens it for other processes too.
   *
   * @param time how long, for a place that locks itself again
   * @return whether it locks itself after that time
   * @throws dev.keyturn.domain.failure.FailureException as the methods of {@link SecretStore}
   */
  boolean unlock(Duration time);

  /** Locks it for all processes; no change where it is locked. */
  void lock();
}
