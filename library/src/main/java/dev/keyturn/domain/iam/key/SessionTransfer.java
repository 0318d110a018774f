package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.SessionStore;

/**
 * Takes what is kept of one access key over to another one of the same user. AWS grants a session
 * to the user, and does not end it with the key that asked for it. Thread-safe as its ports are.
 */
public final class SessionTransfer {

  private final SessionStore store;
  private final KeyMemory memory;

  public SessionTransfer(SessionStore store, KeyMemory memory) {
    this.store = store;
    this.memory = memory;
  }

  /** Keeps what is known of the old key for the new one, too. */
  void learn(String old, String key) {
    memory.identity(old).ifPresent(identity -> memory.rememberIdentity(key, identity));
    memory.device(old).ifPresent(device -> memory.rememberDevice(key, device));
  }

  /** Keeps the sessions of the old key for the new one, too; says how many there are. */
  int copy(String old, String key) {
    return store.copy(old, key);
  }

  /** Forgets the sessions of a key; says how many there were. */
  int forget(String key) {
    return store.removeOf(key);
  }
}
