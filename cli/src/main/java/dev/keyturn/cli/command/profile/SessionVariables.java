package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables through which the AWS tools get credentials, and those that would get
 * in the way: AWS SDKs and tools reference guide, "Environment variables support".
 */
public final class SessionVariables {

  /** The profile whose credentials the environment holds, for prompts and for people. */
  public static final String PROFILE = "KEYTURN_PROFILE";

  private static final List<String> REGION = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

  /** Only sessions have these: older ones must not stay beside long-term keys. */
  private static final List<String> OF_SESSIONS =
      List.of("AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION");

  /** Another profile, and the token under the name that boto had for it. */
  private static final List<String> INTERFERING =
      List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SECURITY_TOKEN");

  private SessionVariables() {}

  /**
   * What hands {@code credentials} over.
   *
   * @param region the profile's region; null when it has none
   * @param staleRegion whether the region in the environment is that of another profile
   */
  static EnvironmentChange of(
      String profile, HandedCredentials credentials, @Nullable String region, boolean staleRegion) {
    LinkedHashMap<String, String> set = new LinkedHashMap<>();
    set.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    set.put("AWS_SECRET_ACCESS_KEY", revealed(credentials.secretAccessKey()));
    Secret token = credentials.sessionToken();
    if (token != null) {
      set.put("AWS_SESSION_TOKEN", revealed(token));
    }
    Instant expiration = credentials.expiration();
    if (expiration != null) {
      set.put("AWS_CREDENTIAL_EXPIRATION", Rfc3339.text(expiration));
    }
    if (region != null) {
      REGION.forEach(name -> set.put(name, region));
    }
    set.put(PROFILE, profile);
    checkCharacters(profile, set);
    return new EnvironmentChange(set, unset(set, staleRegion));
  }

  private static List<String> unset(Map<String, String> set, boolean staleRegion) {
    List<String> unset = new ArrayList<>(INTERFERING);
    unset.addAll(OF_SESSIONS);
    if (staleRegion) {
      unset.addAll(REGION);
    }
    unset.removeAll(set.keySet());
    return List.copyOf(unset);
  }

  /** What takes away all that {@link #of} sets or unsets. */
  public static EnvironmentChange none() {
    List<String> unset = new ArrayList<>(List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));
    unset.addAll(OF_SESSIONS);
    unset.addAll(REGION);
    unset.add(PROFILE);
    unset.addAll(INTERFERING);
    return new EnvironmentChange(new LinkedHashMap<>(), List.copyOf(unset));
  }

  private static String revealed(Secret secret) {
    return secret.reveal(Reveal.HAND_OVER);
  }

  /** No credential has one, and no shell agrees with the next about them. */
  private static void checkCharacters(String profile, Map<String, String> variables) {
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      if (hasControlCharacter(variable.getValue())) {
        throw new Failure.BadProfile(
                profile.replace("\n", "\\n").replace("\r", "\\r"),
                "the value of "
                    + variable.getKey()
                    + " has a line break or another control character, which is no part of"
                    + " credentials",
                "keyturn explain " + profile)
            .exception();
      }
    }
  }

  private static boolean hasControlCharacter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i)) && value.charAt(i) != '\t') {
        return true;
      }
    }
    return false;
  }
}
