package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.FailedAttempts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last attempt that failed, as one record for each lock. Failures that say something about the
 * process alone, such as a missing terminal, are nobody else's and not noted.
 */
public final class RecordedAttempts implements FailedAttempts {

  private static final String ATTEMPTS = "attempts";
  private static final String KIND = "kind";
  private static final String COUNT = "count";

  private final Records records;

  /** Kept in {@code records}. */
  public RecordedAttempts(Records records) {
    this.records = records;
  }

  @Override
  public long count(String name) {
    return number(records.read(ATTEMPTS, name).orElse(Map.of()).getOrDefault(COUNT, ""));
  }

  @Override
  public void note(String name, Failure failure) {
    List<String> facts = facts(failure);
    if (facts != null) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put(COUNT, Long.toString(count(name) + 1));
      fields.put(KIND, failure.getClass().getSimpleName());
      for (int i = 0; i < facts.size(); i++) {
        fields.put(Integer.toString(i), facts.get(i));
      }
      records.write(ATTEMPTS, name, fields);
    }
  }

  private static @Nullable List<String> facts(Failure failure) {
    if (failure instanceof Failure.WrongCode wrong) {
      return List.of(wrong.device());
    }
    if (failure instanceof Failure.UnknownDevice unknown) {
      return List.of(unknown.device());
    }
    if (failure instanceof Failure.RefusedKey key) {
      return List.of(key.accessKeyId(), key.code(), key.message(), key.hint());
    }
    if (failure instanceof Failure.ClockOff off) {
      return List.of(Long.toString(off.seconds()));
    }
    if (failure instanceof Failure.Unreachable unreachable) {
      return List.of(unreachable.endpoint(), unreachable.why());
    }
    if (failure instanceof Failure.ServiceFault fault) {
      return List.of(fault.endpoint(), fault.what());
    }
    if (failure instanceof Failure.BadProfile bad) {
      return List.of(bad.profile(), bad.message(), bad.hint());
    }
    return failure instanceof Failure.Interrupted ? List.of() : null;
  }

  @Override
  public Optional<Failure> since(String name, long count) {
    return records
        .read(ATTEMPTS, name)
        .filter(fields -> number(fields.getOrDefault(COUNT, "")) > count)
        .flatMap(fields -> Optional.ofNullable(failure(fields)));
  }

  private static @Nullable Failure failure(Map<String, String> fields) {
    String first = fields.getOrDefault("0", "");
    String second = fields.getOrDefault("1", "");
    String third = fields.getOrDefault("2", "");
    return switch (fields.getOrDefault(KIND, "")) {
      case "WrongCode" -> new Failure.WrongCode(first);
      case "UnknownDevice" -> new Failure.UnknownDevice(first);
      case "RefusedKey" ->
          new Failure.RefusedKey(first, second, third, fields.getOrDefault("3", ""));
      case "ClockOff" -> new Failure.ClockOff(number(first));
      case "Unreachable" -> new Failure.Unreachable(first, second, true);
      case "ServiceFault" -> new Failure.ServiceFault(first, second);
      case "BadProfile" -> new Failure.BadProfile(first, second, third);
      case "Interrupted" -> new Failure.Interrupted();
      default -> null;
    };
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
