package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.folder.TemporaryFolder;
import dev.keyturn.domain.environment.Variable;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The environment that the launcher was called with. The launcher saves variables that would
 * disturb Keyturn's own JVM under other names; programs that Keyturn starts get them back. In the
 * same way, Keyturn's endpoints save the variables of the AWS files, which they replace by empty
 * files.
 */
final class CallerEnvironment {

  private static final String LOCALE = "LC_ALL";

  /**
   * The launcher saves these in each call, see {@code launch.sh}. Values saved by others are
   * ignored.
   */
  private static final List<String> OF_THE_LAUNCHER =
      List.of(LOCALE, "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private CallerEnvironment() {}

  static Map<String, String> of(Map<String, String> environment) {
    // Windows treats Path and PATH as the same variable.
    Map<String, String> callers =
        File.separatorChar == '\\' ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
    callers.putAll(environment);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(Variable.ORIGINAL)) {
        restore(callers, name, variable.getValue());
      }
    }
    return callers;
  }

  private static void restore(Map<String, String> callers, String originalName, String value) {
    String name = originalName.substring(Variable.ORIGINAL.length());
    if (isAwsFile(name)) {
      if (isStandIn(callers.get(name))) {
        callers.put(name, value);
        return;
      }
    } else if (!OF_THE_LAUNCHER.contains(name)) {
      return;
    } else if (name.equals(LOCALE) && value.isEmpty()) {
      callers.remove(LOCALE);
    } else {
      callers.put(name, value);
    }
    callers.remove(originalName);
  }

  private static boolean isAwsFile(String name) {
    return name.equals(Variable.AWS_CONFIG_FILE.name())
        || name.equals(Variable.AWS_SHARED_CREDENTIALS_FILE.name());
  }

  /**
   * Whether {@code file} is still the one of an endpoint, not one that the user has chosen since.
   */
  private static boolean isStandIn(@Nullable String file) {
    File folder = file == null ? null : new File(file).getParentFile();
    return folder != null && folder.getName().startsWith(TemporaryFolder.PREFIX);
  }
}
