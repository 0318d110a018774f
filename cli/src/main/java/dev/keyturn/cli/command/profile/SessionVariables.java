package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Credentials as a change of an environment, by the table of {@link Variable}. */
public final class SessionVariables {

  private static final List<Variable> REGION =
      List.of(Variable.AWS_REGION, Variable.AWS_DEFAULT_REGION);

  private SessionVariables() {}

  /**
   * What hands {@code credentials} over.
   *
   * @param region the profile's region; null when it has none
   * @param staleRegion whether the region in the environment is that of another profile
   */
  static EnvironmentChange of(
      Handover handover,
      String profile,
      HandedCredentials credentials,
      @Nullable String region,
      boolean staleRegion) {
    SequencedMap<String, String> set = new LinkedHashMap<>();
    put(set, Variable.AWS_ACCESS_KEY_ID, credentials.accessKeyId());
    put(set, Variable.AWS_SECRET_ACCESS_KEY, revealed(credentials.secretAccessKey()));
    Secret token = credentials.sessionToken();
    if (token != null) {
      put(set, Variable.AWS_SESSION_TOKEN, revealed(token));
    }
    Instant expiration = credentials.expiration();
    if (expiration != null) {
      put(set, Variable.AWS_CREDENTIAL_EXPIRATION, Rfc3339.text(expiration));
    }
    if (credentials.accountId() != null) {
      put(set, Variable.AWS_ACCOUNT_ID, credentials.accountId());
    }
    if (region != null) {
      REGION.forEach(name -> put(set, name, region));
    }
    put(set, Variable.KEYTURN_PROFILE, profile);
    checkCharacters(profile, set);
    return change(handover, set, staleRegion ? REGION : List.of());
  }

  private static void put(Map<String, String> set, Variable variable, String value) {
    set.put(variable.name(), value);
  }

  /**
   * Sets variables, and removes those which {@code handover} removes or has no value for.
   *
   * @param also further ones to remove, where they are not set
   */
  public static EnvironmentChange change(
      Handover handover, SequencedMap<String, String> set, List<Variable> also) {
    List<String> unset = new ArrayList<>();
    for (Variable variable : Variable.values()) {
      boolean removed =
          switch (variable.handling().by(handover)) {
            case REMOVES, REPLACES, TAKES_BACK -> true;
            case LEAVES, FILLS_IN, SETS, WARNS -> also.contains(variable);
          };
      if (removed && !set.containsKey(variable.name())) {
        unset.add(variable.name());
      }
    }
    return new EnvironmentChange(set, List.copyOf(unset));
  }

  /** What takes away all that {@link #of} sets or unsets. */
  public static EnvironmentChange none() {
    return change(Handover.ENV_UNSET, new LinkedHashMap<>(), List.of());
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
