package dev.keyturn.adapter.state;

import dev.keyturn.domain.environment.Variable;
import java.nio.file.Path;
import java.util.Map;

/** The user's folders, found through {@code HOME} on every platform, as the AWS tools do. */
public final class UserFolders {

  private UserFolders() {}

  /**
   * {@code HOME}, then {@code USERPROFILE} on Windows, then the system property {@code user.home}.
   */
  public static Path home(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    String profile = environment.getOrDefault("USERPROFILE", "");
    if (!home.isEmpty()) {
      return Path.of(home);
    }
    return Path.of(profile.isEmpty() ? System.getProperty("user.home") : profile);
  }

  /** {@code KEYTURN_HOME}, else the platform's folder for state. */
  public static Path state(Map<String, String> environment, Path home) {
    String own = Variable.KEYTURN_HOME.in(environment);
    String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    String system = System.getProperty("os.name", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, "keyturn");
    }
    if (system.startsWith("Windows") && !local.isEmpty()) {
      return Path.of(local, "keyturn");
    }
    return system.startsWith("Mac")
        ? home.resolve("Library/Application Support/keyturn")
        : home.resolve(".local/state/keyturn");
  }
}
