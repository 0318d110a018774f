package dev.keyturn.sandbox.json;

import dev.keyturn.sandbox.clock.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object member by member; the forms with {@code If} leave a null out. */
public final class Members {
  private final Map<String, Json> members = new LinkedHashMap<>();

  public Members text(String name, String value) {
    members.put(name, new Json.Str(value));
    return this;
  }

  public Members number(String name, long value) {
    members.put(name, new Json.Num(BigDecimal.valueOf(value)));
    return this;
  }

  public Members flag(String name, boolean value) {
    members.put(name, new Json.Bool(value));
    return this;
  }

  /** A time in whole seconds. */
  public Members time(String name, Instant value) {
    return text(name, Timestamps.text(value));
  }

  public <T> Members list(String name, Collection<T> values, Function<T, Json> writer) {
    members.put(name, new Json.Arr(values.stream().map(writer).toList()));
    return this;
  }

  public <T> Members listIfAny(String name, Collection<T> values, Function<T, Json> writer) {
    return values.isEmpty() ? this : list(name, values, writer);
  }

  public Members textIf(String name, @Nullable String value) {
    return value == null ? this : text(name, value);
  }

  public Members numberIf(String name, @Nullable Long value) {
    return value == null ? this : number(name, value);
  }

  public Members timeIf(String name, @Nullable Instant value) {
    return value == null ? this : time(name, value);
  }

  public Members jsonIf(String name, @Nullable Json value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  public Json json() {
    return new Json.Obj(members);
  }
}
