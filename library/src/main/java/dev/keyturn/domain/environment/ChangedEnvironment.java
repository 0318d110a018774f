package dev.keyturn.domain.environment;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An environment with other values for some variables. Not a copy: variables are read from the
 * environment itself, which may note which ones an answer depends on. Cannot be changed.
 */
public final class ChangedEnvironment extends AbstractMap<String, String> {

  private final Map<String, String> environment;
  private final Map<String, @Nullable String> changes;

  /**
   * Based on {@code environment}.
   *
   * @param changes the other values; null for variables that are not set
   */
  public ChangedEnvironment(
      Map<String, String> environment, Map<String, @Nullable String> changes) {
    this.environment = environment;
    this.changes = new HashMap<>(changes);
  }

  /** {@code environment} without the variables called {@code names}. */
  public static Map<String, String> without(
      Map<String, String> environment, Collection<String> names) {
    Map<String, @Nullable String> changes = new HashMap<>();
    names.forEach(name -> changes.put(name, null));
    return new ChangedEnvironment(environment, changes);
  }

  @Override
  public @Nullable String get(Object name) {
    return changes.containsKey(name) ? changes.get(name) : environment.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return changes.containsKey(name) ? changes.get(name) != null : environment.containsKey(name);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> all = new HashMap<>(environment);
    changes.forEach((name, value) -> {
      if (value == null) {
        all.remove(name);
      } else {
        all.put(name, value);
      }
    });
    return Map.copyOf(all).entrySet();
  }
}
