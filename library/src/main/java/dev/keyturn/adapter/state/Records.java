package dev.keyturn.adapter.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Small records of names and values. Each has a kind, and a key that is unique within it. A record
 * is replaced as a whole. A record that is read contains its key under the name {@code key}.
 * Thread-safe.
 */
public interface Records {

  /** The record called {@code key}, if it exists and is complete. */
  Optional<Map<String, String>> read(String kind, String key);

  /** Whether a record called {@code key} exists, complete or not. */
  boolean has(String kind, String key);

  /** Every complete record of a kind. */
  List<Map<String, String>> readAll(String kind);

  /** Writes the record called {@code key}. */
  void write(String kind, String key, Map<String, String> fields);

  /** As {@link #write}, for records that can be created again: a power cut may lose them. */
  default void writeLightly(String kind, String key, Map<String, String> fields) {
    write(kind, key, fields);
  }

  /** Removes the record called {@code key}; returns whether it existed. */
  boolean remove(String kind, String key);

  /** Removes every record of a kind; returns how many there were. */
  int removeAll(String kind);

  /**
   * Removes every record of a kind that {@code isOver}, and the temporary files of killed
   * processes. A record that is replaced in the meantime is kept.
   */
  void removeAll(String kind, Instant now, Predicate<Map<String, String>> isOver);
}
