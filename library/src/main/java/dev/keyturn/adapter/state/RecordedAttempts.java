package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.session.store.FailedAttempts;
import java.util.Map;
import java.util.Optional;

/** The last attempt that failed, as one record for each lock. */
public final class RecordedAttempts implements FailedAttempts {

  private static final String ATTEMPTS = "attempts";
  private static final String COUNT = "count";
  private static final String NAME = "name";
  private static final String MESSAGE = "message";
  private static final String HINT = "hint";

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
    records.write(
        ATTEMPTS,
        name,
        Map.of(
            COUNT, Long.toString(count(name) + 1),
            NAME, failure.name().text(),
            MESSAGE, failure.message(),
            HINT, failure.hint()));
  }

  @Override
  public Optional<Failure> since(String name, long count) {
    return records
        .read(ATTEMPTS, name)
        .filter(fields -> count(fields) > count)
        .flatMap(RecordedAttempts::failure);
  }

  /**
   * The failure; empty if it was recorded by another version of Keyturn and is unknown to this one.
   */
  private static Optional<Failure> failure(Map<String, String> fields) {
    return FailureName.of(fields.getOrDefault(NAME, ""))
        .map(name ->
            new Failure.OfAnother(
                name, fields.getOrDefault(MESSAGE, ""), fields.getOrDefault(HINT, "")));
  }

  private static long count(Map<String, String> fields) {
    try {
      return Long.parseLong(fields.getOrDefault(COUNT, ""));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
