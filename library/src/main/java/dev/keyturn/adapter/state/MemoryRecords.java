package dev.keyturn.adapter.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Records in memory, for callers who want nothing on disk. */
public final class MemoryRecords implements Records {

  private final Map<String, Map<String, Map<String, String>>> kinds = new ConcurrentHashMap<>();

  private Map<String, Map<String, String>> kind(String kind) {
    return kinds.computeIfAbsent(kind, name -> new ConcurrentHashMap<>());
  }

  @Override
  public Optional<Map<String, String>> read(String kind, String key) {
    return Optional.ofNullable(kind(kind).get(key));
  }

  @Override
  public boolean has(String kind, String key) {
    return kind(kind).containsKey(key);
  }

  @Override
  public List<Map<String, String>> readAll(String kind) {
    return List.copyOf(kind(kind).values());
  }

  @Override
  public void write(String kind, String key, Map<String, String> fields) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("key", key);
    record.putAll(fields);
    kind(kind).put(key, record);
  }

  @Override
  public boolean remove(String kind, String key) {
    return kind(kind).remove(key) != null;
  }

  @Override
  public int removeAll(String kind) {
    Map<String, Map<String, String>> all = kind(kind);
    int removed = all.size();
    all.clear();
    return removed;
  }

  @Override
  public void removeAll(String kind, Instant now, Predicate<Map<String, String>> isOver) {
    kind(kind).values().removeIf(isOver);
  }
}
