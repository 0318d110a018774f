package dev.keyturn.adapter.state.encryption;

import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.MemoryRecords;
import dev.keyturn.adapter.state.Records;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Records for a process that cannot open the key of encrypted sessions: while encryption is on, its
 * own sessions are kept in memory and in no file. Thread-safe.
 */
public final class UnencryptedSessions implements Records {

  private final Records files;
  private final Records memory = new MemoryRecords();

  /** Uses {@code files} while encryption is off. */
  public UnencryptedSessions(Records files) {
    this.files = files;
  }

  private boolean isInMemory(String kind) {
    return kind.equals(FileSessionStore.SESSIONS) && CacheKey.isIn(files);
  }

  private Records of(String kind) {
    return isInMemory(kind) ? memory : files;
  }

  @Override
  public boolean has(String kind, String key) {
    return of(kind).has(kind, key);
  }

  @Override
  public Optional<Map<String, String>> read(String kind, String key) {
    return of(kind).read(kind, key);
  }

  @Override
  public List<Map<String, String>> readAll(String kind) {
    return of(kind).readAll(kind);
  }

  @Override
  public void write(String kind, String key, Map<String, String> fields) {
    of(kind).write(kind, key, fields);
    moveIfEncrypted(kind, key);
  }

  @Override
  public void writeLightly(String kind, String key, Map<String, String> fields) {
    of(kind).writeLightly(kind, key, fields);
    moveIfEncrypted(kind, key);
  }

  /** Another process may have turned encryption on in the meantime, without seeing the record. */
  private void moveIfEncrypted(String kind, String key) {
    Map<String, String> plain =
        isInMemory(kind) ? files.read(kind, key).filter(CacheKey::isPlain).orElse(null) : null;
    if (plain != null) {
      memory.write(kind, key, plain);
      files.remove(kind, key);
    }
  }

  @Override
  public boolean remove(String kind, String key) {
    return of(kind).remove(kind, key);
  }

  @Override
  public int removeAll(String kind) {
    return of(kind).removeAll(kind);
  }

  @Override
  public void removeAll(String kind, Instant now, Predicate<Map<String, String>> isOver) {
    of(kind).removeAll(kind, now, isOver);
  }
}
