package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.environment.Effect;
import dev.keyturn.domain.environment.Handling;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.SetVariables;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credentials as a change of an environment, by the table of {@link Variable}. */
public final class SessionVariables {

  private SessionVariables() {}

  /** The change that hands {@code session} over in {@code environment}. */
  static EnvironmentChange of(
      Handover handover, HandedProfile session, Map<String, String> environment) {
    HandedCredentials credentials = session.credentials();
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
    SessionPlan plan = session.profile().plan();
    addAbout(set, plan.profile(), credentials.accountId(), plan.toolVariables());
    EnvironmentChange change = change(handover, set, session.named(), environment);
    checkCharacters(plan.profile(), set);
    return change;
  }

  /**
   * Adds facts about a session besides its credentials.
   *
   * @param account the session's account; null if unknown
   */
  public static void addAbout(
      Map<String, String> set,
      String profile,
      @Nullable String account,
      Map<String, String> settings) {
    if (account != null) {
      put(set, Variable.AWS_ACCOUNT_ID, account);
    }
    set.putAll(settings);
    put(set, Variable.KEYTURN_PROFILE, profile);
  }

  private static void put(Map<String, String> set, Variable variable, String value) {
    set.put(variable.name(), value);
  }

  /**
   * Sets variables and records which; removes those that {@code handover} removes or has no value
   * for, and the settings that Keyturn has set before.
   *
   * @param named whether the credentials belong to the profile that is set with them
   * @param environment the environment to change
   */
  public static EnvironmentChange change(
      Handover handover,
      SequencedMap<String, String> set,
      boolean named,
      Map<String, String> environment) {
    SetVariables before = SetVariables.in(environment);
    if (handover != Handover.ENV_UNSET) {
      put(set, Variable.KEYTURN_SET, record(set, named, SetVariables.without(environment)));
    }
    Set<String> unset = new LinkedHashSet<>();
    for (Variable variable : Variable.values()) {
      Effect effect = variable.handling().by(handover);
      if (effect == Effect.REMOVES || effect == Effect.REPLACES) {
        unset.add(variable.name());
      }
    }
    unset.addAll(before.settings());
    if (handover == Handover.ENV || handover == Handover.EXEC) {
      unset.addAll(restoreFiles(set, environment));
    }
    unset.removeAll(set.keySet());
    return new EnvironmentChange(set, List.copyOf(unset));
  }

  /**
   * Restores the variables of the AWS files that an endpoint replaced.
   *
   * @return the variables in which they were saved
   */
  private static List<String> restoreFiles(
      Map<String, String> set, Map<String, String> environment) {
    List<String> remembered = new ArrayList<>();
    for (Variable file : Variable.values()) {
      String original = Variable.ORIGINAL + file;
      if (file.handling() == Handling.AWS_FILES && environment.containsKey(original)) {
        put(set, file, file.in(environment));
        remembered.add(original);
      }
    }
    return remembered;
  }

  /** The variables whose value differs from the caller's choice. */
  private static String record(
      Map<String, String> set, boolean named, Map<String, String> callers) {
    String profile = Variable.KEYTURN_PROFILE.name();
    Map<String, String> own = new LinkedHashMap<>(Map.of(profile, set.getOrDefault(profile, "")));
    set.forEach((name, value) -> {
      if (Variable.isSetting(name)
          ? !value.equals(callers.get(name))
          : named && SetVariables.marksCredentials(name)) {
        own.put(name, value);
      }
    });
    return SetVariables.record(own);
  }

  /** The change that removes a session and its variables from a file, whatever that contains. */
  public static EnvironmentChange none(Map<String, String> environment) {
    return change(Handover.ENV_UNSET, new LinkedHashMap<>(), false, environment);
  }

  /**
   * The change that removes a session from a shell: the variables of every session, and any
   * interfering variables in {@code environment}, which that shell exports.
   */
  public static EnvironmentChange noneIn(Map<String, String> environment) {
    EnvironmentChange all = none(environment);
    List<String> needed = new ArrayList<>(all.unset());
    for (Variable variable : Variable.with(Handover.ENV, Effect.REMOVES)) {
      if (!environment.containsKey(variable.name())) {
        needed.remove(variable.name());
      }
    }
    return new EnvironmentChange(all.set(), List.copyOf(needed));
  }

  private static String revealed(Secret secret) {
    return secret.reveal(Reveal.HAND_OVER);
  }

  /** Credentials contain none, and shells treat them differently. */
  private static void checkCharacters(String profile, Map<String, String> variables) {
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      if (hasControlCharacter(variable.getValue())) {
        throw new ProfileFailure.Bad(
                profile.replace("\n", "\\n").replace("\r", "\\r"),
                "the value of "
                    + variable.getKey()
                    + " contains a line break or another control character, which credentials"
                    + " cannot contain",
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
