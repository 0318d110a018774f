package dev.keyturn.sandbox.policy.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The condition keys of one request, for instance {@code aws:MultiFactorAuthPresent}. A key that is
 * not in it is absent, which is not the same as {@code false} or empty. Names are looked up without
 * regard to case. Immutable.
 */
public final class RequestContext {
  private final Map<String, List<String>> values;

  private RequestContext(Map<String, List<String>> values) {
    this.values = values;
  }

  /** A context without keys. */
  public static RequestContext empty() {
    return new RequestContext(Map.of());
  }

  /** The same context with one key more; no values at all leave a multivalued key empty. */
  public RequestContext with(String key, String... keyValues) {
    Map<String, List<String>> extended = new HashMap<>(values);
    extended.put(key.toLowerCase(Locale.ROOT), List.of(keyValues));
    return new RequestContext(extended);
  }

  public boolean has(String key) {
    return !values(key).isEmpty();
  }

  /** The values of the key; none when the key is absent. */
  List<String> values(String key) {
    return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
  }
}
