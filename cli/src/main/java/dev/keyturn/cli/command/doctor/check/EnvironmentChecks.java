package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.environment.EnvironmentCredentials;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Rfc3339;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of the environment variables. */
public final class EnvironmentChecks implements Checks.OfComputer {

  private static final String UNSET =
      "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN";

  private static final List<Variable> OLD =
      List.of(
          Variable.AWS_SECURITY_TOKEN,
          Variable.AWS_ACCESS_KEY,
          Variable.AWS_SECRET_KEY,
          Variable.AWS_DELEGATION_TOKEN,
          Variable.AMAZON_ACCESS_KEY_ID,
          Variable.AMAZON_SECRET_ACCESS_KEY,
          Variable.AMAZON_SESSION_TOKEN);

  private final Map<String, String> environment;
  private final InstantSource clock;

  /** Of {@code environment}. */
  public EnvironmentChecks(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public List<Check> of(@Nullable AwsConfiguration configuration) {
    return List.of(
        new Check(CheckName.ENVIRONMENT, this::keys),
        new Check(CheckName.ENVIRONMENT, () -> names(configuration)),
        new Check(CheckName.ENVIRONMENT, this::renewal));
  }

  private List<Finding> keys() {
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
    for (Variable variable : OLD) {
      if (variable.isSet(environment)) {
        String message =
            variable + " is set; old tools read credentials from it: " + variable.readers();
        findings.add(Finding.warn(CheckName.ENVIRONMENT, message, "unset " + variable));
      }
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(CheckName.ENVIRONMENT, "no keys in the environment"))
        : findings;
  }

  private List<Finding> names(@Nullable AwsConfiguration configuration) {
    List<Finding> findings = new ArrayList<>();
    for (Variable variable : List.of(Variable.AWS_PROFILE, Variable.AWS_DEFAULT_PROFILE)) {
      String name = variable.in(environment);
      boolean exists =
          name.isEmpty()
              || configuration == null
              || configuration.profile(name).isPresent()
              || LogicalProfiles.of(configuration).contains(name);
      if (!exists) {
        String message = variable + " names the profile '" + name + "', which does not exist";
        findings.add(Finding.warn(CheckName.ENVIRONMENT, message, "unset " + variable));
      }
    }
    differ(Variable.AWS_PROFILE, Variable.AWS_DEFAULT_PROFILE, findings);
    differ(Variable.AWS_REGION, Variable.AWS_DEFAULT_REGION, findings);
    return findings;
  }

  /** Tools differ in which of the two they prefer, and whether they read both. */
  private void differ(Variable one, Variable other, List<Finding> findings) {
    String value = one.in(environment);
    String otherValue = other.in(environment);
    if (!value.isEmpty() && !otherValue.isEmpty() && !value.equals(otherValue)) {
      String message =
          one + " and " + other + " differ, and AWS tools disagree on which one to use";
      findings.add(Finding.warn(CheckName.ENVIRONMENT, message, "unset " + other));
    }
  }

  private List<Finding> renewal() {
    RefreshWindow.of(environment);
    return List.of();
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
