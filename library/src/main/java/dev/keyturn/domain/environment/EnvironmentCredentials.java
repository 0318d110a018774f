package dev.keyturn.domain.environment;

import java.util.Map;

/** The credentials that tools find in an environment, and whether Keyturn has put them there. */
public final class EnvironmentCredentials {

  private EnvironmentCredentials() {}

  /** Whether {@code environment} contains an access key. */
  public static boolean areKeys(Map<String, String> environment) {
    return Variable.AWS_ACCESS_KEY_ID.isSet(environment)
        && Variable.AWS_SECRET_ACCESS_KEY.isSet(environment);
  }

  /**
   * The profile whose session Keyturn has set in {@code environment}; empty when it has set none,
   * or when the credentials were replaced since.
   */
  public static String profile(Map<String, String> environment) {
    boolean others =
        Variable.KEYTURN_SET.isSet(environment)
            && Variable.AWS_ACCESS_KEY_ID.isSet(environment)
            && !SetVariables.in(environment).hasCredentials();
    return others ? "" : Variable.KEYTURN_PROFILE.in(environment);
  }
}
