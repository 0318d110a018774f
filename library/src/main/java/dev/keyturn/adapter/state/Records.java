package dev.keyturn.adapter.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Small records of names and values, each with a key among those of its kind. A record is replaced
 * as a whole. What is read has the key itself under the name {@code key}. Thread-safe.
 */
public interface Records {

  /** The record called {@code key}, if it is there and whole. */
  Optional<Map<String, String>> read(String kind, String key);

  /** Whether there is a record called {@code key}, whole or not. */
  boolean has(String kind, String key);

  /** Every record of a kind that is whole. */
  List<Map<String, String>> readAll(String kind);

  /** Writes the record called {@code key}. */
  void write(String kind, String key, Map<String, String> fields);

  /** As {@link #write}, for what can be made again: a power cut may take it. */
  default void writeLightly(String kind, String key, Map<String, String> fields) {
    write(kind, key, fields);
  }

  /** Removes the record called {@code key}; says whether there was one. */
  boolean remove(String kind, String key);

  /** Removes every record of a kind; says how many there were. */
  int removeAll(String kind);

  /**
   * Removes every record of a kind that {@code isOver}, and what killed processes left of others. A
   * record that is replaced in the meantime stays.
   */
  void removeAll(String kind, Instant now, Predicate<Map<String, String>> isOver);
}
