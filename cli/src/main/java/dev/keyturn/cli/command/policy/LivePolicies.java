package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.profile.ProfileAccount;
import dev.keyturn.cli.command.profile.ProfileAccount.Account;
import dev.keyturn.cli.command.profile.ProfileAdministrator;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.live.LivePolicyService;
import dev.keyturn.domain.iam.live.LivePolicyService.OfRole;
import dev.keyturn.domain.iam.live.LivePolicyService.OfUser;
import dev.keyturn.domain.policy.caller.Subject;
import dev.keyturn.domain.policy.check.CheckedPolicies;
import dev.keyturn.domain.policy.check.PolicyCheck;
import dev.keyturn.domain.policy.evaluate.PolicySet;
import java.time.InstantSource;
import java.util.Map;

/** Checks the policies that currently apply to a user and a role of an account. */
public final class LivePolicies {

  private final ProfileAdministrator administrators;
  private final ProfileAccount accounts;
  private final LivePolicyService policies;
  private final InstantSource clock;

  public LivePolicies(
      ProfileAdministrator administrators,
      ProfileAccount accounts,
      LivePolicyService policies,
      InstantSource clock) {
    this.administrators = administrators;
    this.accounts = accounts;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * The check.
   *
   * @param user the user's name; empty for none
   * @param role the role's name; empty for none
   */
  PolicyCheck check(Arguments arguments, String user, String role, String bucket) {
    if (user.isEmpty() && role.isEmpty()) {
      throw new Failure.Usage(
              "--live needs the name of a user or a role",
              arguments.typed().with(PolicyCheckCommand.USER, "NAME"))
          .exception();
    }
    Account account = accounts.of(arguments);
    return administrators.working(
        arguments, administrator -> check(account, administrator.iam(), user, role, bucket));
  }

  private PolicyCheck check(
      Account account, IamCaller caller, String user, String role, String bucket) {
    OfUser ofUser =
        user.isEmpty() ? new OfUser("user", PolicySet.of()) : policies.user(caller, user);
    OfRole ofRole = role.isEmpty() ? null : policies.role(caller, role);
    Subject subject =
        new Subject(
            account.partition(),
            account.id(),
            ofUser.name(),
            ofRole == null ? "role" : ofRole.name(),
            bucket,
            Map.of());
    CheckedPolicies checked =
        ofRole == null
            ? new CheckedPolicies(ofUser.policies(), PolicySet.of(), null, null)
            : new CheckedPolicies(ofUser.policies(), ofRole.policies(), ofRole.trust(), null);
    return PolicyCheck.of(checked, subject, clock.instant());
  }
}
