package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.live.LivePolicyService;
import dev.keyturn.domain.iam.live.LivePolicyService.OfUser;
import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.caller.Subject;
import dev.keyturn.domain.policy.check.CheckedPolicies;
import dev.keyturn.domain.policy.check.PolicyCheck;
import dev.keyturn.domain.policy.evaluate.PolicySet;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.text.ShellCommand;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks whether the policies of a user require MFA. */
public final class PolicyChecks implements Checks.OfProfile {

  private static final String BUCKET = "examplebucket";

  private final Function<PlannedProfile, UserCalls> users;
  private final LivePolicyService policies;
  private final InstantSource clock;

  /** Takes its collaborators. */
  public PolicyChecks(
      Function<PlannedProfile, UserCalls> users, LivePolicyService policies, InstantSource clock) {
    this.users = users;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public List<Check> of(PlannedProfile profile) {
    return profile.plan().longTermKeyId().isEmpty()
        ? List.of()
        : List.of(new Check(CheckName.MFA_POLICY, () -> findings(profile)));
  }

  private List<Finding> findings(PlannedProfile profile) {
    UserCalls user = users.apply(profile);
    try {
      OfUser own = user.quietly(caller -> policies.user(caller, user.userName()));
      PolicyCheck check =
          PolicyCheck.of(checked(own), subject(profile, user, own), clock.instant());
      String all =
          ShellCommand.of(
              "keyturn", "policy", "check", "--live", "--user", own.name(), "-p", profile.name());
      return check.findings().isEmpty()
          ? List.of(requirement(check))
          : check.findings().stream()
              .map(found -> Finding.warn(CheckName.MFA_POLICY, found.message(), all))
              .toList();
    } catch (FailureException e) {
      if (e.failure().name() == FailureName.ROOT_USER) {
        return List.of(Finding.info(CheckName.MFA_POLICY, "no policy limits the root user", ""));
      }
      return List.of(Unanswered.finding(CheckName.MFA_POLICY, profile, e.failure()));
    }
  }

  private static CheckedPolicies checked(OfUser own) {
    return new CheckedPolicies(own.policies(), PolicySet.of(), null, null);
  }

  private static Subject subject(PlannedProfile profile, UserCalls user, OfUser own) {
    Partition partition = Partition.ofRegion(profile.plan().region());
    return new Subject(partition, user.user().account(), own.name(), "role", BUCKET, Map.of());
  }

  /** Whether any call is allowed with MFA but not with the keys alone. */
  private static Finding requirement(PolicyCheck check) {
    boolean required =
        check.rows().stream()
            .anyMatch(row ->
                row.verdict(Caller.SESSION_WITH_MFA).isAllowed()
                    && !row.verdict(Caller.LONG_TERM_KEY).isAllowed());
    return required
        ? Finding.ok(CheckName.MFA_POLICY, "the user's policies require MFA")
        : Finding.info(
            CheckName.MFA_POLICY,
            "the user's policies do not require MFA",
            "keyturn policy show require-mfa");
  }
}
