package dev.keyturn.adapter.state.encryption;

import dev.keyturn.adapter.state.Records;
import dev.keyturn.adapter.state.SessionSecrets;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import java.util.Map;
import java.util.Optional;

/**
 * Which key encrypts the sessions. That there is such a record is what turns encryption on, for
 * every process.
 *
 * @param place the place that keeps it
 * @param id what distinguishes it from other keys
 */
record CacheKey(StorePlace place, String id) {

  private static final String KIND = "encryption";
  private static final String KEY = "sessions";

  /** Whether sessions are encrypted: also where the record cannot be read. */
  static boolean isIn(Records records) {
    return records.has(KIND, KEY);
  }

  static Optional<CacheKey> read(Records records) {
    return records
        .read(KIND, KEY)
        .flatMap(fields ->
            StorePlace.find(fields.getOrDefault("place", ""))
                .map(place -> new CacheKey(place, fields.getOrDefault("id", ""))));
  }

  /** Whether a record of a session is not encrypted. */
  static boolean isPlain(Map<String, String> record) {
    return !record.containsKey(SessionSecrets.ENCRYPTED);
  }

  void write(Records records) {
    records.write(KIND, KEY, Map.of("place", place.text(), "id", id));
  }

  static void remove(Records records) {
    records.remove(KIND, KEY);
  }

  ItemName item() {
    return ItemName.ofCacheKey(id);
  }
}
