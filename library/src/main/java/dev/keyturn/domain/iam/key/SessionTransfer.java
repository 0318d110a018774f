package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.SessionStore;

/**
 * Transfers sessions and facts from one access key to another one of the same user. AWS grants a
 * session to the user, and the session outlives the key that requested it. Thread-safe as its ports
 * are.
 */
public final class SessionTransfer {

  private final SessionStore store;
  private final KeyMemory memory;

  public SessionTransfer(SessionStore store, KeyMemory memory) {
    this.store = store;
    this.memory = memory;
  }

  /** Copies the facts about the old key to the new one. */
  void learn(String old, String key) {
    memory.identity(old).ifPresent(identity -> memory.rememberIdentity(key, identity));
    memory.device(old).ifPresent(device -> memory.rememberDevice(key, device));
  }

  /** Copies the sessions of the old key to the new one; returns how many there are. */
  int copy(String old, String key) {
    return store.copy(old, key);
  }

  /** Forgets the sessions of a key; returns how many there were. */
  int forget(String key) {
    return store.removeOf(key);
  }
}
