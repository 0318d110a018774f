package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.Service;
import java.util.List;
import java.util.stream.Stream;

/** IAM and its actions. */
public final class Iam {
  private Iam() {}

  /** The service; it holds nothing of its own. */
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
            Groups.actions(),
            Roles.actions(),
            InlinePolicies.actions(),
            AttachedPolicies.actions(),
            Boundaries.actions(),
            ManagedPolicies.actions(),
            PolicyVersions.actions(),
            Simulations.actions(),
            Tags.actions(),
            AccountAliases.actions(),
            AccountSummaries.actions(),
            PasswordPolicies.actions(),
            CredentialReports.actions())
        .flatMap(List::stream)
        .toList();
  }
}
