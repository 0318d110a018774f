package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.environment.EnvironmentCredentials;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.session.store.Rfc3339;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks of the environment variables. */
public final class EnvironmentChecks {

  private static final String UNSET =
      "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN";

  private final Map<String, String> environment;
  private final InstantSource clock;

  /** Of {@code environment}. */
  public EnvironmentChecks(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  List<Check> all() {
    return List.of(new Check(CheckName.ENVIRONMENT, this::environment));
  }

  private List<Finding> environment() {
    List<Finding> findings = new ArrayList<>();
    boolean id = Variable.AWS_ACCESS_KEY_ID.isSet(environment);
    boolean secret = Variable.AWS_SECRET_ACCESS_KEY.isSet(environment);
    boolean token = Variable.AWS_SESSION_TOKEN.isSet(environment);
    if (id != secret || (token && !id)) {
      findings.add(
          Finding.fail(
              CheckName.ENVIRONMENT,
              "only a part of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN is"
                  + " set",
              UNSET));
    } else if (id) {
      findings.addAll(token ? session() : List.of(longTermKeys()));
    }
    if (Variable.KEYTURN_MFA_CODE.isSet(environment)) {
      findings.add(
          Finding.warn(
              CheckName.ENVIRONMENT,
              "KEYTURN_MFA_CODE is set, and AWS accepts a code only once",
              "unset KEYTURN_MFA_CODE"));
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(CheckName.ENVIRONMENT, "no keys in the environment"))
        : findings;
  }

  private static Finding longTermKeys() {
    return Finding.warn(
        CheckName.ENVIRONMENT,
        "AWS_ACCESS_KEY_ID is set and takes precedence over profiles in AWS tools",
        UNSET);
  }

  private List<Finding> session() {
    String profile = EnvironmentCredentials.profile(environment);
    Instant end =
        Rfc3339.parse(Variable.AWS_CREDENTIAL_EXPIRATION.in(environment)).orElse(Instant.MAX);
    if (!end.isAfter(clock.instant())) {
      String again = profile.isEmpty() ? UNSET : "eval \"$(keyturn env)\"";
      return List.of(
          Finding.fail(CheckName.ENVIRONMENT, "the session in the environment has expired", again));
    }
    return List.of(
        profile.isEmpty()
            ? Finding.warn(
                CheckName.ENVIRONMENT,
                "a session in the environment takes precedence over profiles in AWS tools",
                UNSET)
            : Finding.info(
                CheckName.ENVIRONMENT, "this shell has the session of '" + profile + "'", ""));
  }
}
