package dev.keyturn.app;

import java.util.HashMap;
import java.util.Map;

/**
 * The environment as the caller set it, for Keyturn to read and for the programs it starts. The
 * launcher changes some variables for this JVM and keeps what they were: {@code
 * KEYTURN_ORIGINAL_LC_ALL} has the value of {@code LC_ALL}, and is empty when that was not set.
 */
final class CallerEnvironment {

  private static final String ORIGINAL = "KEYTURN_ORIGINAL_";

  private CallerEnvironment() {}

  /** What {@code own}, the environment of this process, was before the launcher changed it. */
  static Map<String, String> of(Map<String, String> own) {
    Map<String, String> before = new HashMap<>(own);
    for (Map.Entry<String, String> variable : own.entrySet()) {
      if (variable.getKey().startsWith(ORIGINAL)) {
        before.remove(variable.getKey());
        restore(before, variable.getKey().substring(ORIGINAL.length()), variable.getValue());
      }
    }
    return Map.copyOf(before);
  }

  private static void restore(Map<String, String> environment, String name, String value) {
    if (value.isEmpty()) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
  }
}
