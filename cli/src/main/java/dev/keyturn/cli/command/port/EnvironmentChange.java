package dev.keyturn.cli.command.port;

import java.util.List;
import java.util.SequencedMap;

/**
 * What shall be different in a program's environment.
 *
 * @param set the variables to set, in order; some of the values are secret, none has a control
 *     character but the tabulator
 * @param unset the variables that must not be there
 */
public record EnvironmentChange(SequencedMap<String, String> set, List<String> unset) {

  /** The names alone: values may be secret. */
  @Override
  public String toString() {
    return "EnvironmentChange[set=" + set.keySet() + ", unset=" + unset + "]";
  }
}
