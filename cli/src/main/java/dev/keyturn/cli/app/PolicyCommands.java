package dev.keyturn.cli.app;

import dev.keyturn.adapter.aws.AwsBuckets;
import dev.keyturn.adapter.aws.iam.AwsAccount;
import dev.keyturn.cli.adapter.folder.CsvHandover;
import dev.keyturn.cli.adapter.folder.NamedTextFiles;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.policy.CheckReport;
import dev.keyturn.cli.command.policy.LivePolicies;
import dev.keyturn.cli.command.policy.PolicyApplyCommand;
import dev.keyturn.cli.command.policy.PolicyCheckCommand;
import dev.keyturn.cli.command.policy.PolicyListCommand;
import dev.keyturn.cli.command.policy.PolicyShowCommand;
import dev.keyturn.cli.command.policy.SetupReport;
import dev.keyturn.cli.command.policy.SetupRun;
import dev.keyturn.cli.command.policy.UserSetupCommand;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileAccount;
import dev.keyturn.cli.command.profile.ProfileAdministrator;
import dev.keyturn.domain.iam.setup.AccountSetup;
import dev.keyturn.domain.iam.setup.SetupPlan;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.List;

/** Commands about the policies that require MFA. */
final class PolicyCommands {

  static final List<Row> ROWS =
      List.of(
          new Row(
              "policy list",
              Start.FULL,
              "list the IAM policies that Keyturn can fill in",
              w -> new PolicyListCommand(w.environment(), w.streams(), w.host().terminal())),
          new Row(
              "policy show",
              Start.FULL,
              "print an IAM policy, filled in",
              w -> new PolicyShowCommand(account(w), w.streams())),
          new Row(
              "policy check",
              Start.FULL,
              "show what a policy allows with and without MFA",
              PolicyCommands::check),
          new Row(
              "policy apply",
              Start.FULL,
              "give a user or role policies that require MFA",
              w -> new PolicyApplyCommand(administrator(w), account(w), run(w))),
          new Row(
              "user setup",
              Start.FULL,
              "create users who must use MFA, with access keys",
              w -> new UserSetupCommand(administrator(w), account(w), run(w))));

  private PolicyCommands() {}

  private static ProfileAccount account(Wiring wiring) {
    ProfileCredentials profiles = wiring.profiles();
    CallerLookup callers = new CallerLookup(wiring.tokens(), profiles, wiring.host().clock());
    return new ProfileAccount(wiring.environment(), profiles, callers);
  }

  private static ProfileAdministrator administrator(Wiring wiring) {
    return new ProfileAdministrator(wiring.environment(), wiring.profiles());
  }

  private static SetupRun run(Wiring wiring) {
    Host host = wiring.host();
    AwsAccount accounts = wiring.account();
    AwsBuckets buckets = new AwsBuckets(host.environment(), host.clock());
    return new SetupRun(
        new SetupPlan(accounts, wiring.inlinePolicies(), buckets),
        new AccountSetup(accounts, wiring.inlinePolicies(), buckets, host.clock()::pause),
        folder -> CsvHandover.to(folder, host.clock()),
        new Confirmation(host.terminal()),
        new SetupReport(host.clock(), host.streams()));
  }

  private static Command check(Wiring wiring) {
    Host host = wiring.host();
    return new PolicyCheckCommand(
        new NamedTextFiles(),
        host.input(),
        host.clock(),
        new LivePolicies(
            administrator(wiring), account(wiring), wiring.livePolicies(), host.clock()),
        new CheckReport(host.streams()));
  }
}
