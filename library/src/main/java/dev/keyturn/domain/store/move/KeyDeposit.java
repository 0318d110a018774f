package dev.keyturn.domain.store.move;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SigningKey;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.ReadableSecret;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.StoredSigningKey;
import dev.keyturn.domain.text.ShellCommand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Puts long-term keys in stores and removes them. Every method throws {@code StoreFailure} when the
 * store cannot be used. Thread-safe as the stores are.
 */
public final class KeyDeposit {

  /** An arbitrary text: keys with the same HMAC of it are the same key. */
  private static final byte[] PROBE = "20150830".getBytes(StandardCharsets.UTF_8);

  private final SecretStores stores;

  public KeyDeposit(SecretStores stores) {
    this.stores = stores;
  }

  /** Opens a store before a secret exists that must not be lost. */
  public void prepare(StorePlace place) {
    stores.at(place).prepare();
  }

  /**
   * Checks that a store can be used, without opening it or asking anybody.
   *
   * @param profile the profile, for hints
   */
  public void check(StorePlace place, String profile) {
    SecretStore store = stores.at(place);
    Condition condition = store.condition();
    if (condition.state() != Condition.State.UNAVAILABLE) {
      return;
    }
    try {
      // Its failure says more: what is missing, and what to do.
      store.names();
    } catch (FailureException e) {
      throw e.failure().concerning(profile).exception(e);
    }
    throw new StoreFailure.Unavailable(
            place.kind().title(),
            condition.detail(),
            "see its state: " + ShellCommand.of("keyturn", "store", "status"))
        .exception();
  }

  /** Puts a key in a store and reads it back. */
  public void put(StorePlace place, AccessKey key) {
    put(place, ItemName.ofKey(key.id()), key.secret());
  }

  void put(StorePlace place, ItemName name, Secret secret) {
    SecretStore store = stores.at(place);
    store.put(name, secret);
    byte[] wanted = new ReadableSecret(name.kind(), secret).hmac(PROBE);
    if (!MessageDigest.isEqual(wanted, store.get(name).hmac(PROBE))) {
      throw new StoreFailure.Unavailable(
              place.text(),
              "it did not return what was stored; nothing was changed",
              ShellCommand.of("keyturn", "store", "status"))
          .exception();
    }
  }

  /** Whether a store has a different secret of that name; opens the store if there is one. */
  boolean hasOther(StorePlace place, ItemName name, Secret secret) {
    SecretStore store = stores.at(place);
    if (store.condition().state() == Condition.State.EMPTY) {
      return false;
    }
    try {
      byte[] given = new ReadableSecret(name.kind(), secret).hmac(PROBE);
      return !MessageDigest.isEqual(given, store.get(name).hmac(PROBE));
    } catch (FailureException e) {
      if (e.failure().name() == FailureName.STORE_MISSES_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Whether a store has a key; opens the store. */
  public boolean has(StorePlace place, String accessKeyId) {
    try {
      stores.at(place).get(ItemName.ofKey(accessKeyId));
      return true;
    } catch (FailureException e) {
      if (e.failure().name() == FailureName.STORE_MISSES_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** A signer with a key in a store, which is opened when it is needed. */
  public SigningKey signingKey(StorePlace place, String accessKeyId) {
    return new StoredSigningKey(stores, place, accessKeyId);
  }

  /** Removes a key from a store; does nothing if the store does not have it. */
  public void remove(StorePlace place, String accessKeyId) {
    stores.at(place).remove(ItemName.ofKey(accessKeyId));
  }
}
