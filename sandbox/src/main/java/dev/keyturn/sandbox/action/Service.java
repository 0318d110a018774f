package dev.keyturn.sandbox.action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Query-protocol service: its signing name, API version, XML namespace and actions by name. Safe
 * for use by several threads.
 */
public final class Service {
  private final String name;
  private final String version;
  private final String namespace;
  private final Supplier<List<Action>> source;
  private volatile @Nullable Map<String, Action> actions;

  private Service(String name, String version, Supplier<List<Action>> source) {
    this.name = name;
    this.version = version;
    this.namespace = "https://" + name + ".amazonaws.com/doc/" + version + "/";
    this.source = source;
  }

  /**
   * A service.
   *
   * @param actions asked when the first of them is wanted, so that starting need not wait for them
   */
  public static Service of(String name, String version, Supplier<List<Action>> actions) {
    return new Service(name, version, actions);
  }

  public String name() {
    return name;
  }

  public String version() {
    return version;
  }

  public String namespace() {
    return namespace;
  }

  /** The action of this name, or null. */
  public @Nullable Action action(String action) {
    return byName().get(action);
  }

  /** The names of all actions, sorted. */
  public Set<String> actionNames() {
    return new TreeSet<>(byName().keySet());
  }

  private Map<String, Action> byName() {
    Map<String, Action> known = actions;
    if (known == null) {
      known = byName(source.get());
      actions = known;
    }
    return known;
  }

  private static Map<String, Action> byName(List<Action> actions) {
    Map<String, Action> map = new HashMap<>();
    for (Action action : actions) {
      if (map.put(action.name(), action) != null) {
        throw new IllegalStateException("two actions " + action.name());
      }
    }
    return Map.copyOf(map);
  }
}
