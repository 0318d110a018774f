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
 * Puts long-term keys in stores and takes them out. Every method throws {@code StoreFailure} when
 * the place cannot be used. Thread-safe as the stores are.
 */
public final class KeyDeposit {

  /** Any text will do: two keys that make the same code of it are the same key. */
  private static final byte[] PROBE = "20150830".getBytes(StandardCharsets.UTF_8);

  private final SecretStores stores;

  public KeyDeposit(SecretStores stores) {
    this.stores = stores;
  }

  /** Opens a place, before there is a secret that must not be lost. */
  public void prepare(StorePlace place) {
    stores.at(place).prepare();
  }

  /**
   * Makes sure that a place can be used, without opening it or asking anybody.
   *
   * @param profile for whom
   */
  public void check(StorePlace place, String profile) {
    SecretStore store = stores.at(place);
    Condition condition = store.condition();
    if (condition.state() != Condition.State.UNAVAILABLE) {
      return;
    }
    try {
      // Says more: what is missing, and what to do.
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

  /** Puts a key in a place, and makes sure that the place has it. */
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
              "it does not give back what was put there; nothing was changed",
              ShellCommand.of("keyturn", "store", "status"))
          .exception();
    }
  }

  /** Whether a place has another secret of that name; opens the place where there is one. */
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

  /** Whether a place has a key; opens the place. */
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

  /** What signs with a key in a place, which is opened when it is needed. */
  public SigningKey signingKey(StorePlace place, String accessKeyId) {
    return new StoredSigningKey(stores, place, accessKeyId);
  }

  /** Removes a key from a place; no change where it is not there. */
  public void remove(StorePlace place, String accessKeyId) {
    stores.at(place).remove(ItemName.ofKey(accessKeyId));
  }
}
