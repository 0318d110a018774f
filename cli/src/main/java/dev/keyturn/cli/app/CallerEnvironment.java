package dev.keyturn.cli.app;

import dev.keyturn.domain.environment.Variable;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment that the launcher was called with. It keeps what would disturb Keyturn's own JVM
 * under another name; the programs that Keyturn starts get it back.
 */
final class CallerEnvironment {

  private static final String LOCALE = "LC_ALL";

  private CallerEnvironment() {}

  static Map<String, String> of(Map<String, String> environment) {
    // Windows takes Path and PATH for the same variable.
    Map<String, String> callers =
        File.separatorChar == '\\' ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
    callers.putAll(environment);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(Variable.ORIGINAL)) {
        callers.remove(name);
        restore(callers, name.substring(Variable.ORIGINAL.length()), variable.getValue());
      }
    }
    return callers;
  }

  private static void restore(Map<String, String> callers, String name, String value) {
    if (name.equals(LOCALE) && value.isEmpty()) {
      callers.remove(LOCALE);
    } else {
      callers.put(name, value);
    }
  }
}
