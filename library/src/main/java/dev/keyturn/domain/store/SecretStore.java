package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Secret;
import java.util.List;

/**
 * The port to a place that keeps secrets.
 *
 * <p>What needs a passphrase, a PIN or a question of the system asks for it once for each process.
 * Every method throws {@link dev.keyturn.domain.failure.FailureException} with a {@code
 * StoreFailure}: {@code Unavailable} when the place cannot be reached, {@code Locked} when it
 * cannot be opened, {@code Missing} when it has no such secret. Nothing waits longer than two
 * minutes. Thread-safe.
 */
public interface SecretStore {

  /**
   * What is there, as far as the place shows it without being opened: nothing is decrypted, and
   * nobody is asked.
   */
  List<ItemName> names();

  /** Makes what the secret called {@code name} is for; opens the place. */
  StoredSecret get(ItemName name);

  /**
   * Opens the place for {@link #put}, asking whatever has to be asked for that, and makes it where
   * it does not exist: for a secret that can be had once only.
   */
  void prepare();

  /**
   * Keeps {@code secret} as {@code name}, in place of an older one of that name. When it returns,
   * the secret is where a power cut does not take it.
   */
  void put(ItemName name, Secret secret);

  /** Removes the secret called {@code name}; no change where there is none. */
  void remove(ItemName name);

  /** Whether it can be used right now; asks nothing. */
  Condition condition();

  /**
   * Whether a place can be used.
   *
   * @param state in one word
   * @param detail what else there is to say; empty for nothing
   */
  record Condition(State state, String detail) {

    /** Whether a place can be used. */
    public enum State {
      /** It can, and nothing is asked. */
      OPEN,
      /** It can, after a passphrase, a PIN or a question. */
      LOCKED,
      /** It does not exist yet; the first key makes it. */
      EMPTY,
      /** It cannot. */
      UNAVAILABLE
    }
  }
}
