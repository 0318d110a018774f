package dev.keyturn.domain.policy.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The condition keys of a request. The case of their names does not matter. Immutable. */
public final class RequestContext {

  private static final RequestContext EMPTY = new RequestContext(Map.of());

  private final Map<String, List<String>> keys;

  private RequestContext(Map<String, List<String>> keys) {
    this.keys = keys;
  }

  /** A context without keys. */
  public static RequestContext empty() {
    return EMPTY;
  }

  /** The same with this key; without values it is absent. */
  public RequestContext with(String key, String... values) {
    Map<String, List<String>> more = new TreeMap<>(keys);
    more.put(key.toLowerCase(Locale.ROOT), List.of(values));
    return new RequestContext(more);
  }

  /** The values of a key; none when it is absent. */
  public List<String> values(String key) {
    return keys.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
  }
}
