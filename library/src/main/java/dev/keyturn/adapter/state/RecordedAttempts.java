package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.FailedAttempts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last attempt that failed, as one record for each lock. */
public final class RecordedAttempts implements FailedAttempts {

  private static final String ATTEMPTS = "attempts";
  private static final String COUNT = "count";

  private final Records records;

  /** Kept in {@code records}. */
  public RecordedAttempts(Records records) {
    this.records = records;
  }

  @Override
  public long count(String name) {
    return count(records.read(ATTEMPTS, name).orElse(Map.of()));
  }

  @Override
  public void note(String name, Failure failure) {
    Map<String, String> fields = new LinkedHashMap<>(FailureRecord.fields(failure));
    fields.put(COUNT, Long.toString(count(name) + 1));
    records.write(ATTEMPTS, name, fields);
  }

  @Override
  public Optional<Failure> since(String name, long count) {
    return records
        .read(ATTEMPTS, name)
        .filter(fields -> count(fields) > count)
        .flatMap(FailureRecord::failure);
  }

  private static long count(Map<String, String> fields) {
    try {
      return Long.parseLong(fields.getOrDefault(COUNT, ""));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
