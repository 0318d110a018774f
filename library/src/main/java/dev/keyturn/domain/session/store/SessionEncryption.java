package dev.keyturn.domain.session.store;

import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import java.util.Optional;

/**
 * The port to what turns the encryption of kept sessions on and off, for all processes of a user.
 * Every method but {@link #state()} throws {@link dev.keyturn.domain.failure.FailureException} with
 * a {@code StoreFailure} where the place of a key cannot be opened; nothing is changed then.
 */
public interface SessionEncryption {

  /** Where the key is; empty while sessions are not encrypted. Asks nobody. */
  Optional<State> state();

  /**
   * That sessions are encrypted.
   *
   * @param place the place of the key, as a person writes it; empty where that cannot be read
   */
  record State(String place) {}

  /**
   * What became of the sessions that were there.
   *
   * @param kept how many are kept in the new form
   * @param forgotten how many could not be decrypted, and are gone
   */
  record Change(int kept, int forgotten) {}

  /**
   * Encrypts the sessions that are kept and those to come, under a new key in {@code place}, which
   * takes the place of an earlier key.
   */
  Change encrypt(StorePlace place);

  /** Keeps sessions as they are again, and removes the key. */
  Change decrypt();

  /**
   * As {@link #decrypt}, without the key: the sessions are forgotten. Needs no place, and leaves
   * the key where it is.
   */
  Change forget();

  /** The places of keys that no session uses any more; each as often as it has one. Asks nobody. */
  List<StorePlace> unusedKeys();

  /**
   * Removes these keys.
   *
   * @return how many there were
   */
  int removeUnusedKeys();
}
