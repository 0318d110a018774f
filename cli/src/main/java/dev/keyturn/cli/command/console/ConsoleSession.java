package dev.keyturn.cli.command.console;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.HandedProfile;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.FederationService;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gets a session that AWS's sign-in accepts: a role session, or a federated user's session instead
 * of a user session, which it does not accept.
 */
public final class ConsoleSession {

  /** Intersected with the user's own policies, so it grants nothing by itself. */
  private static final String WHAT_THE_USER_MAY =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  /** More of them are hard to read in a hint. */
  private static final int MOST_ROLES = 3;

  private static final Pattern FEDERATED_NAME = Pattern.compile("[\\w+=,.@-]{2,32}");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final FederationService federation;
  private final Output output;

  public ConsoleSession(
      Map<String, String> environment,
      ProfileCredentials profiles,
      FederationService federation,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.federation = federation;
    this.output = output;
  }

  /** The profile of {@code request}. */
  PlannedProfile plan(PlanRequest request) {
    return profiles.plan(request);
  }

  /**
   * The session of a profile.
   *
   * @param withoutMfa whether a user with an MFA device accepts a session without MFA
   */
  HandedCredentials of(PlannedProfile profile, @Nullable Duration duration, boolean withoutMfa) {
    return isOfRole(profile.plan())
        ? profiles.obtain(profile, HandedProfile.valid(environment), true).credentials()
        : ofUser(profile, duration, withoutMfa);
  }

  /** A sign-in with the AWS CLI may be that of a role, too. */
  private static boolean isOfRole(SessionPlan plan) {
    return plan.roleArn() != null
        || plan.base() instanceof SignIn.SingleSignOn
        || (plan.base() instanceof SignIn.Login login
            && login.session().contains(":assumed-role/"));
  }

  private HandedCredentials ofUser(
      PlannedProfile profile, @Nullable Duration duration, boolean withoutMfa) {
    SessionPlan plan = profile.plan();
    String roles = roles(profile);
    if (profiles.device(plan) != null && !withoutMfa) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "for an IAM user, the console accepts only sessions of GetFederationToken, which do"
                  + " not carry MFA: calls for which a policy requires MFA would be denied",
              "sign in with a role: " + roles + "; or " + ShellCommand.ADD + "without-mfa")
          .exception();
    }
    output.note(
        "console sessions for IAM users do not carry MFA; to keep MFA, use a role: " + roles);
    try {
      return federated(plan, duration == null ? Durations.SESSION_DEFAULT : duration);
    } catch (FailureException e) {
      if (e.failure() instanceof AwsFailure.Refused refused) {
        throw new AwsFailure.Refused(
                refused.code(),
                refused.message(),
                "if a policy requires MFA, sign in with a role: " + roles)
            .exception(e);
      }
      throw plan.concerned(e);
    }
  }

  private HandedCredentials federated(SessionPlan plan, Duration duration) {
    if (plan.longTermKeyId().isEmpty()) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "profile '"
                  + plan.profile()
                  + "' has no long-term keys, which GetFederationToken needs",
              ShellCommand.of("keyturn", "explain", plan.profile()))
          .exception();
    }
    Identity owner = profiles.owner(plan);
    return HandedCredentials.of(
        federation.getFederationToken(
            plan.endpoints(), profiles.base(plan), name(owner), WHAT_THE_USER_MAY, duration),
        Identity.accountOf(owner));
  }

  private static String name(@Nullable Identity owner) {
    String name = owner == null ? "" : Arn.lastName(owner.arn());
    return FEDERATED_NAME.matcher(name).matches() ? name : "keyturn";
  }

  /** The lines that sign in with roles that rest on this profile. */
  private static String roles(PlannedProfile profile) {
    List<String> roles =
        profile.files().profiles().values().stream()
            .filter(it -> it.value("role_arn").isPresent())
            .filter(it -> it.value("source_profile").equals(Optional.of(profile.name())))
            .map(Section::name)
            .limit(MOST_ROLES)
            .toList();
    return (roles.isEmpty() ? List.of("ROLE-PROFILE") : roles)
        .stream()
            .map(role -> ShellCommand.of("keyturn", "console", role))
            .collect(Collectors.joining(", or "));
  }

  /**
   * The maximum duration of the console session; null if AWS accepts no duration: it does so only
   * for a role that was assumed with long-term keys.
   */
  @Nullable Duration sessionDuration(SessionPlan plan, @Nullable Duration wanted) {
    boolean direct =
        plan.steps().size() == 1
            && plan.steps().get(0) instanceof Step.AssumeRole
            && plan.longTermKeyId().isPresent();
    if (direct) {
      return wanted;
    }
    if (wanted != null && isOfRole(plan)) {
      output.note(
          "AWS does not accept a duration for a role that was assumed with a session; the console"
              + " session ends when the role session ends");
    }
    return null;
  }
}
