package dev.keyturn.domain.store;

import java.time.Duration;

/** A store that stays open for other processes until it is locked. */
public interface LockableStore extends SecretStore {

  /**
   * Opens it for other processes too.
   *
   * @param time how long, for a store that locks itself again
   * @return whether it locks itself after that time
   * @throws dev.keyturn.domain.failure.FailureException as the methods of {@link SecretStore}
   */
  boolean unlock(Duration time);

  /** Locks it for all processes; does nothing if it is locked. */
  void lock();
}
