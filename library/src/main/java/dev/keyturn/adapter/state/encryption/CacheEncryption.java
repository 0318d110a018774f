package dev.keyturn.adapter.state.encryption;

import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.Records;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the encryption of sessions on and off. The setting is changed first and the records
 * afterwards, and a process that saves a session checks the setting again after it; so no session
 * stays in the old form. If the process is killed in between, the remaining records count as
 * missing and cost a login. Thread-safe.
 */
public final class CacheEncryption implements SessionEncryption {

  private final Records records;
  private final SecretStores stores;
  private final CacheSecrets secrets;
  private final Supplier<SecureRandom> random;

  /** Of the sessions in {@code records}, which {@code secrets} encrypts. */
  public CacheEncryption(
      Records records, SecretStores stores, CacheSecrets secrets, Supplier<SecureRandom> random) {
    this.records = records;
    this.stores = stores;
    this.secrets = secrets;
    this.random = random;
  }

  @Override
  public Optional<State> state() {
    return CacheKey.isIn(records)
        ? Optional.of(new State(CacheKey.read(records).map(it -> it.place().text()).orElse("")))
        : Optional.empty();
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Change encrypt(StorePlace place) {
    try (Locks.Held held = secrets.lock()) {
      CacheKey old = CacheKey.read(records).orElse(null);
      RecordCipher before = cipher(old);
      CacheKey key = secrets.make(place);
      RecordCipher cipher = secrets.open(key).orElseThrow();
      noteUnused(old);
      key.write(records);
      records.removeAll(FileSessionStore.ANSWERS);
      Change change =
          change(plain(before), (name, fields) -> cipher.encrypt(name, fields, random.get()));
      removeUnusedIfPossible(key);
      removeUnusedIfPossible(old);
      return change;
    }
  }

  @Override
  public Change decrypt() {
    return decrypt(true);
  }

  @Override
  public Change forget() {
    return decrypt(false);
  }

  @SuppressWarnings("try") // the lock is held, not used
  private Change decrypt(boolean withKey) {
    try (Locks.Held held = secrets.lock()) {
      CacheKey old = CacheKey.read(records).orElse(null);
      RecordCipher before = withKey ? cipher(old) : null;
      noteUnused(old);
      CacheKey.remove(records);
      Change change = change(plain(before), (name, fields) -> fields);
      if (withKey) {
        removeUnusedIfPossible(old);
      }
      return change;
    }
  }

  private @Nullable RecordCipher cipher(@Nullable CacheKey key) {
    return key == null ? null : secrets.open(key).orElse(null);
  }

  /** The decrypted form of a record. */
  private static Function<Map<String, String>, Optional<Map<String, String>>> plain(
      @Nullable RecordCipher cipher) {
    return record -> {
      if (CacheKey.isPlain(record)) {
        return Optional.of(record);
      }
      return cipher == null ? Optional.empty() : cipher.decrypt(record);
    };
  }

  /** The new form of a record. */
  private interface Form {
    Map<String, String> of(String name, Map<String, String> fields);
  }

  private Change change(
      Function<Map<String, String>, Optional<Map<String, String>>> plain, Form form) {
    int kept = 0;
    int forgotten = 0;
    for (Map<String, String> record : records.readAll(FileSessionStore.SESSIONS)) {
      String name = record.getOrDefault("key", "");
      Map<String, String> fields = plain.apply(record).map(LinkedHashMap::new).orElse(null);
      if (fields == null) {
        records.remove(FileSessionStore.SESSIONS, name);
        forgotten++;
      } else {
        fields.remove("key");
        records.writeLightly(FileSessionStore.SESSIONS, name, form.of(name, fields));
        kept++;
      }
    }
    return new Change(kept, forgotten);
  }

  private void noteUnused(@Nullable CacheKey old) {
    if (old != null) {
      old.noteUnused(records);
    }
  }

  @Override
  public List<StorePlace> unusedKeys() {
    return CacheKey.unused(records).stream().map(CacheKey::place).toList();
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public int removeUnusedKeys() {
    try (Locks.Held held = secrets.lock()) {
      List<CacheKey> keys = CacheKey.unused(records);
      keys.forEach(this::remove);
      return keys.size();
    }
  }

  private void remove(CacheKey unused) {
    stores.at(unused.place()).remove(unused.item());
    unused.removed(records);
  }

  /**
   * Removes the unused keys in the place of {@code opened}, which is open already and asks nobody
   * again.
   */
  private void removeUnusedIfPossible(@Nullable CacheKey opened) {
    if (opened == null) {
      return;
    }
    try {
      CacheKey.unused(records).stream()
          .filter(key -> key.place().equals(opened.place()))
          .forEach(this::remove);
    } catch (FailureException e) {
      // These keys decrypt nothing, and stay recorded as unused.
      return;
    }
  }
}
