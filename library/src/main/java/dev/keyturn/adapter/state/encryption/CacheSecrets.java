package dev.keyturn.adapter.state.encryption;

import dev.keyturn.adapter.state.Records;
import dev.keyturn.adapter.state.SessionSecrets;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the secrets of sessions under the key that {@link CacheKey} names. Its place is asked
 * once in a process. Thread-safe.
 */
public final class CacheSecrets implements SessionSecrets {

  /**
   * The message whose HMAC is the key: a hardware token can compute it without giving its secret
   * out.
   */
  private static final byte[] LABEL = "Keyturn session cache 1".getBytes(StandardCharsets.US_ASCII);

  private static final int KEY_BITS = 256;
  private static final int ID_BITS = 64;
  private static final int RADIX = 16;
  private static final String LOCK = "session-cache";

  /** As long as a store waits for a person. */
  private static final Duration WAIT = Duration.ofMinutes(2);

  private final Records records;
  private final SecretStores stores;
  private final Locks locks;
  private final Supplier<SecureRandom> random;
  private @Nullable CacheKey opened;
  private @Nullable RecordCipher cipher;

  /** For the sessions in {@code records}, with a key in one of {@code stores}. */
  public CacheSecrets(
      Records records, SecretStores stores, Locks locks, Supplier<SecureRandom> random) {
    this.records = records;
    this.stores = stores;
    this.locks = locks;
    this.random = random;
  }

  @Override
  public boolean areEncrypted() {
    return CacheKey.isIn(records);
  }

  @Override
  public void prepare() {
    if (areEncrypted()) {
      cipher();
    }
  }

  @Override
  public Map<String, String> encrypt(String key, Map<String, String> fields) {
    return cipher().encrypt(key, fields, random.get());
  }

  @Override
  public Optional<Map<String, String>> decrypt(Map<String, String> record) {
    CacheKey key = CacheKey.read(records).orElse(null);
    return key == null || !RecordCipher.isOf(key, record)
        ? Optional.empty()
        : open(key).flatMap(found -> found.decrypt(record));
  }

  /** The present key, or a new one in the same store if that no longer has it. */
  @SuppressWarnings("try") // the lock is held, not used
  private RecordCipher cipher() {
    Optional<RecordCipher> known = open(present());
    if (known.isPresent()) {
      return known.get();
    }
    try (Locks.Held held = lock()) {
      CacheKey present = present();
      return open(present)
          .orElseGet(() -> {
            CacheKey made = make(present.place());
            made.write(records);
            return open(made).orElseThrow();
          });
    }
  }

  private CacheKey present() {
    return CacheKey.read(records)
        .orElseThrow(() -> unusable("the record of its key is missing", "").exception());
  }

  /** Keeps two processes from creating a key or changing the setting at once. */
  Locks.Held lock() {
    return locks.acquire(LOCK, WAIT);
  }

  /** The cipher of {@code key}; empty if its store no longer has the key. */
  synchronized Optional<RecordCipher> open(CacheKey key) {
    RecordCipher known = cipher;
    if (known != null && key.equals(opened)) {
      return Optional.of(known);
    }
    try {
      known = new RecordCipher(key.id(), stores.at(key.place()).get(key.item()).hmac(LABEL));
    } catch (FailureException e) {
      if (Nature.saysSecretIsMissing(e.failure())) {
        return Optional.empty();
      }
      throw Nature.saysPlaceIsUnavailable(e.failure())
          ? unusable(e.failure().message(), e.failure().hint()).exception(e)
          : e;
    }
    opened = key;
    cipher = known;
    return Optional.of(known);
  }

  private static StoreFailure unusable(String why, String hint) {
    return new StoreFailure.Unavailable(
        "the session cache",
        why,
        (hint.isEmpty() ? "" : hint + "; ")
            + "to start without its sessions: "
            + ShellCommand.of("keyturn", "store", "decrypt-sessions", "--forget"));
  }

  /** Puts a new key in {@code place}. */
  CacheKey make(StorePlace place) {
    SecretStore store = stores.at(place);
    SecureRandom bits = random.get();
    CacheKey key = new CacheKey(place, text(ID_BITS, bits));
    store.prepare();
    key.noteUnused(records);
    store.put(key.item(), Secret.of(text(KEY_BITS, bits)));
    return key;
  }

  private static String text(int bits, SecureRandom random) {
    return new BigInteger(bits, random).setBit(bits).toString(RADIX);
  }
}
