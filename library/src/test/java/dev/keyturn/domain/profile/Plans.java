package dev.keyturn.domain.profile;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SignIn;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the planner, and says plans in a word or two. */
public final class Plans {

  /** A long-term key. */
  public static final String KEYS =
      """
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      """;

  public static final String SESSION_KEYS =
      """
      aws_access_key_id = ASIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      aws_session_token = AQoEXAMPLEH4aoAH0gNCAPy
      """;

  private Plans() {}

  /** The plan for {@code profile}. */
  public static SessionPlan plan(AwsConfiguration files, String profile) {
    return plan(files, Requests.of(profile));
  }

  /** The plan for {@code request}. */
  public static SessionPlan plan(AwsConfiguration files, PlanRequest request) {
    return new SessionPlanner().plan(files, request);
  }

  /** The calls in short: {@code GetSessionToken 12h +code, AssumeRole admin 1h}. */
  public static String steps(SessionPlan plan) {
    return plan.steps().stream().map(Plans::step).collect(Collectors.joining(", "));
  }

  private static String step(Step step) {
    String call =
        step instanceof Step.AssumeRole role
            ? "AssumeRole " + role.roleArn().substring(role.roleArn().lastIndexOf('/') + 1)
            : "GetSessionToken";
    return call + " " + Durations.text(step.duration()) + (step.mfa() ? " +code" : "");
  }

  /**
   * The credentials the first call is signed with: kind, profile and key id as far as it has them.
   */
  public static String base(SessionPlan plan) {
    SessionPlan.Base base = plan.base();
    if (base instanceof SessionPlan.Base.Keys keys) {
      return base.kind() + " " + keys.profile() + " " + keys.key().id();
    }
    if (base instanceof SessionPlan.Base.CredentialProcess process) {
      return base.kind() + " " + process.profile();
    }
    if (base instanceof SignIn signIn) {
      return base.kind() + " " + signIn.profile();
    }
    return base instanceof SessionPlan.Base.Other other
        ? base.kind() + " " + other.profile()
        : base.kind();
  }

  public static List<String> warnings(SessionPlan plan) {
    return plan.warnings().stream().map(Warning::code).toList();
  }

  /** The value called {@code name} with its place, as {@code value @ place}. */
  public static List<String> valuesOf(SessionPlan plan, String name) {
    return plan.values().stream()
        .filter(value -> value.name().equals(name))
        .map(value ->
            value.value() + " @ " + (value.origin() == null ? value.source() : value.origin()))
        .toList();
  }
}
