package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.Service;
import dev.keyturn.sandbox.iam.account.AccountAliases;
import dev.keyturn.sandbox.iam.account.AccountSummaries;
import dev.keyturn.sandbox.iam.account.AuthorizationDetails;
import dev.keyturn.sandbox.iam.credential.AccessKeys;
import dev.keyturn.sandbox.iam.credential.CredentialReports;
import dev.keyturn.sandbox.iam.credential.LoginProfiles;
import dev.keyturn.sandbox.iam.credential.MfaDevices;
import dev.keyturn.sandbox.iam.credential.PasswordPolicies;
import dev.keyturn.sandbox.iam.credential.ServiceCredentials;
import dev.keyturn.sandbox.iam.credential.VirtualMfaDevices;
import dev.keyturn.sandbox.iam.identity.Groups;
import dev.keyturn.sandbox.iam.identity.Roles;
import dev.keyturn.sandbox.iam.identity.Users;
import dev.keyturn.sandbox.iam.policy.AttachedPolicies;
import dev.keyturn.sandbox.iam.policy.Boundaries;
import dev.keyturn.sandbox.iam.policy.InlinePolicies;
import dev.keyturn.sandbox.iam.policy.ManagedPolicies;
import dev.keyturn.sandbox.iam.policy.PolicyVersions;
import dev.keyturn.sandbox.iam.policy.Simulations;
import java.util.List;
import java.util.stream.Stream;

/** IAM and its actions. */
public final class Iam {
  private Iam() {}

  /** The service; it has no state of its own. */
  public static Service service() {
    return Service.of("iam", "2010-05-08", Iam::actions);
  }

  private static List<Action> actions() {
    return Stream.of(
            Users.actions(),
            LoginProfiles.actions(),
            AccessKeys.actions(),
            MfaDevices.actions(),
            VirtualMfaDevices.actions(),
            ServiceCredentials.actions(),
            Groups.actions(),
            Roles.actions(),
            InlinePolicies.actions(),
            AttachedPolicies.actions(),
            Boundaries.actions(),
            ManagedPolicies.actions(),
            PolicyVersions.actions(),
            Simulations.actions(),
            AccountAliases.actions(),
            AccountSummaries.actions(),
            AuthorizationDetails.actions(),
            PasswordPolicies.actions(),
            CredentialReports.actions())
        .flatMap(List::stream)
        .toList();
  }
}
