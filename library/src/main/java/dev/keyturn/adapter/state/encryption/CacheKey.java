package dev.keyturn.adapter.state.encryption;

import dev.keyturn.adapter.state.Records;
import dev.keyturn.adapter.state.SessionSecrets;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which key encrypts the sessions. The existence of its record turns encryption on, for every
 * process.
 *
 * @param place the store that contains it
 * @param id its id among the keys there
 */
record CacheKey(StorePlace place, String id) {

  private static final String KIND = "encryption";
  private static final String KEY = "sessions";
  private static final String UNUSED = "unused-encryption-keys";
  private static final String PLACE = "place";
  private static final String ID = "id";

  /** Whether sessions are encrypted: also where the record cannot be read. */
  static boolean isIn(Records records) {
    return records.has(KIND, KEY);
  }

  static Optional<CacheKey> read(Records records) {
    return records.read(KIND, KEY).flatMap(CacheKey::of);
  }

  private static Optional<CacheKey> of(Map<String, String> fields) {
    return StorePlace.find(fields.getOrDefault(PLACE, ""))
        .map(place -> new CacheKey(place, fields.getOrDefault(ID, "")));
  }

  /** The keys recorded as unused, without the present one. */
  static List<CacheKey> unused(Records records) {
    CacheKey present = read(records).orElse(null);
    return records.readAll(UNUSED).stream()
        .flatMap(fields -> of(fields).stream())
        .filter(key -> !key.equals(present))
        .toList();
  }

  /** Whether a record of a session is not encrypted. */
  static boolean isPlain(Map<String, String> record) {
    return !record.containsKey(SessionSecrets.ENCRYPTED);
  }

  void write(Records records) {
    records.write(KIND, KEY, fields());
    removed(records);
  }

  private Map<String, String> fields() {
    return Map.of(PLACE, place.text(), ID, id);
  }

  /**
   * Records the key as unused before it is removed, so that it can be found if its removal fails.
   */
  void noteUnused(Records records) {
    records.write(UNUSED, id, fields());
  }

  /** Deletes that record. */
  void removed(Records records) {
    records.remove(UNUSED, id);
  }

  static void remove(Records records) {
    records.remove(KIND, KEY);
  }

  ItemName item() {
    return ItemName.ofCacheKey(id);
  }
}
