package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Secret;
import java.util.List;

/**
 * The port to a store of secrets.
 *
 * <p>Methods that need a passphrase, a PIN or a system prompt ask once per process. Every method
 * throws {@link dev.keyturn.domain.failure.FailureException} with a {@code StoreFailure}: {@code
 * Unavailable} when the store cannot be reached, {@code Locked} when it cannot be opened, {@code
 * Missing} when it has no such secret. Nothing waits longer than two minutes. Thread-safe.
 */
public interface SecretStore {

  /**
   * The names of the secrets, as far as the store shows them without being opened: nothing is
   * decrypted, and nobody is asked.
   */
  List<ItemName> names();

  /** Returns the secret called {@code name} for use; opens the store. */
  StoredSecret get(ItemName name);

  /**
   * Opens the store for {@link #put}, with all questions that this needs, and creates it if it does
   * not exist: to be called before obtaining a secret that is shown only once.
   */
  void prepare();

  /**
   * Stores {@code secret} as {@code name}, replacing an older one of that name. When it returns,
   * the secret survives a power cut.
   */
  void put(ItemName name, Secret secret);

  /** Removes the secret called {@code name}; does nothing if it does not exist. */
  void remove(ItemName name);

  /** Whether it can be used right now; asks nothing. */
  Condition condition();

  /**
   * Whether a store can be used.
   *
   * @param state the state
   * @param detail further details; may be empty
   */
  record Condition(State state, String detail) {

    /** Whether a store can be used. */
    public enum State {
      /** It can be used without any question. */
      OPEN,
      /** It can be used after a passphrase, a PIN or a prompt. */
      LOCKED,
      /** It does not exist yet; adding the first key creates it. */
      EMPTY,
      /** It cannot be used. */
      UNAVAILABLE
    }
  }
}
