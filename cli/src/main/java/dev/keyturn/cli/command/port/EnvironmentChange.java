package dev.keyturn.cli.command.port;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The changes to a program's environment.
 *
 * @param set the variables to set, in order; some values are secret, none has a control character
 *     other than a tab
 * @param unset the variables to remove
 */
public record EnvironmentChange(SequencedMap<String, String> set, List<String> unset) {

  /** The changed {@code environment}. */
  public Map<String, String> of(Map<String, String> environment) {
    Map<String, String> changed = new HashMap<>(environment);
    unset.forEach(changed::remove);
    changed.putAll(set);
    return changed;
  }

  /** Only the names: values may be secret. */
  @Override
  public String toString() {
    return "EnvironmentChange[set=" + set.keySet() + ", unset=" + unset + "]";
  }
}
