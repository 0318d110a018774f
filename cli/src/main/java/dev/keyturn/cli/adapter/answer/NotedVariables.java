package dev.keyturn.cli.adapter.answer;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An environment that records the names of the variables that were looked up. An answer made from
 * it is valid in every environment with the same values for these names. Thread-safe; cannot be
 * changed.
 */
public final class NotedVariables extends AbstractMap<String, String> {

  private final Map<String, String> variables;
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private volatile boolean whole;

  /** Records look-ups in {@code variables}. */
  public NotedVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  @Override
  public @Nullable String get(Object name) {
    note(name);
    return variables.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    note(name);
    return variables.containsKey(name);
  }

  private void note(Object name) {
    names.add(String.valueOf(name));
  }

  /** All variables were read, so that any of them may affect the answer. */
  @Override
  public Set<Entry<String, String>> entrySet() {
    whole = true;
    return variables.entrySet();
  }

  /** Whether all variables were read. */
  boolean areAllNoted() {
    return whole;
  }

  /** The value of {@code name}, without recording it; empty when it is not set. */
  String unnoted(String name) {
    return variables.getOrDefault(name, "");
  }

  /** The recorded names in order, with their values; null for those that are not set. */
  Map<String, @Nullable String> noted() {
    Map<String, @Nullable String> noted = new TreeMap<>();
    for (String name : names) {
      noted.put(name, variables.get(name));
    }
    return noted;
  }
}
