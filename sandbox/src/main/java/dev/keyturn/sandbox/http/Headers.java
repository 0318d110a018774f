package dev.keyturn.sandbox.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a request by lower-case name, values in the order they came. Immutable. */
public final class Headers {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  Headers(List<Map.Entry<String, String>> lines) {
    for (Map.Entry<String, String> line : lines) {
      values
          .computeIfAbsent(line.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.getValue());
    }
  }

  /** These headers, and {@code more} where none has the name; names in lower case. */
  Headers with(Map<String, String> more) {
    Headers all = new Headers(List.of());
    all.values.putAll(values);
    more.forEach((name, value) -> all.values.putIfAbsent(name, List.of(value)));
    return all;
  }

  /** Every value of the header; the name in lower case. */
  public List<String> all(String name) {
    return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
  }

  /** The first value of the header, or null; the name in lower case. */
  public @Nullable String first(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.get(0);
  }

  /** The lower-case names in the order they came. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }
}
