package dev.keyturn.domain.session.store;

import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import java.util.Optional;

/**
 * The port that turns the encryption of stored sessions on and off, for all processes of a user.
 * Every method but {@link #state()} throws {@link dev.keyturn.domain.failure.FailureException} with
 * a {@code StoreFailure} when the store of a key cannot be opened; nothing is changed then.
 */
public interface SessionEncryption {

  /** The store of the key; empty while sessions are not encrypted. Asks nobody. */
  Optional<State> state();

  /**
   * The state while sessions are encrypted.
   *
   * @param place the store of the key, as written in settings; empty if it cannot be read
   */
  record State(String place) {}

  /**
   * The result for existing sessions.
   *
   * @param kept how many were converted
   * @param forgotten how many could not be decrypted and were removed
   */
  record Change(int kept, int forgotten) {}

  /**
   * Encrypts existing and future sessions with a new key in {@code place}, which replaces an
   * earlier key.
   */
  Change encrypt(StorePlace place);

  /** Stores sessions unencrypted again, and removes the key. */
  Change decrypt();

  /**
   * As {@link #decrypt}, without the key: the sessions are forgotten. Needs no store, and does not
   * remove the key.
   */
  Change forget();

  /**
   * The stores of keys that no session uses; a store occurs once for each such key. Asks nobody.
   */
  List<StorePlace> unusedKeys();

  /**
   * Removes these keys.
   *
   * @return how many there were
   */
  int removeUnusedKeys();
}
