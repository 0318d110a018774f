package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.setup.AccountService;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks of the role of a profile. None of them spends an MFA code. */
public final class RoleChecks implements Checks.OfProfile {

  /** The minimum of every role's maximum duration. */
  private static final Duration ALWAYS_ALLOWED = Duration.ofHours(1);

  private final ProfileCredentials profiles;
  private final Function<PlannedProfile, UserCalls> users;
  private final AccountService account;

  /** Takes its collaborators. */
  public RoleChecks(
      ProfileCredentials profiles,
      Function<PlannedProfile, UserCalls> users,
      AccountService account) {
    this.profiles = profiles;
    this.users = users;
    this.account = account;
  }

  @Override
  public List<Check> of(PlannedProfile profile) {
    List<Step> steps = profile.plan().steps();
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.AssumeRole role
        ? List.of(
            new Check(CheckName.ROLE, () -> List.of(assumed(profile, role.roleArn()))),
            new Check(CheckName.ROLE_DURATION, () -> duration(profile, role)))
        : List.of();
  }

  private Finding assumed(PlannedProfile profile, String role) {
    try {
      profiles.session(profile, FreshnessRequirement.VALID);
      return Finding.ok(CheckName.ROLE, role);
    } catch (FailureException e) {
      return Nature.needsPerson(e.failure())
          ? Unanswered.finding(CheckName.ROLE, profile, e.failure())
          : Finding.of(CheckName.ROLE, Level.FAIL, e.failure());
    }
  }

  private List<Finding> duration(PlannedProfile profile, Step.AssumeRole role) {
    if (role.duration().compareTo(ALWAYS_ALLOWED) <= 0
        || profile.plan().longTermKeyId().isEmpty()) {
      return List.of();
    }
    try {
      return longest(profile, role.roleArn())
          .map(longest -> judged(role, longest))
          .map(List::of)
          .orElse(List.of());
    } catch (FailureException e) {
      return List.of(Unanswered.finding(CheckName.ROLE_DURATION, profile, e.failure()));
    }
  }

  /**
   * The maximum duration of a role in the user's own account; it cannot be read for other accounts.
   */
  private Optional<Duration> longest(PlannedProfile profile, String role) {
    UserCalls user = users.apply(profile);
    return Arn.account(role).equals(user.user().account())
        ? user.quietly(caller -> account.longestSession(caller, Arn.lastName(role)))
        : Optional.empty();
  }

  private static Finding judged(Step.AssumeRole role, Duration longest) {
    String wish =
        "the profile asks for " + role.duration().toSeconds() + " s, but the role allows ";
    String key = "profile." + role.profile() + ".duration_seconds";
    return role.duration().compareTo(longest) > 0
        ? Finding.fail(
            CheckName.ROLE_DURATION,
            wish + longest.toSeconds() + " s",
            ShellCommand.of("keyturn", "config", "set", key, Long.toString(longest.toSeconds())))
        : Finding.ok(CheckName.ROLE_DURATION, wish + longest.toSeconds() + " s");
  }
}
