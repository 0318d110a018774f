package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.folder.NamedTextFiles;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.policy.CheckReport;
import dev.keyturn.cli.command.policy.PolicyCheckCommand;
import dev.keyturn.cli.command.policy.PolicyListCommand;
import dev.keyturn.cli.command.policy.PolicyShowCommand;
import dev.keyturn.cli.command.profile.ProfileAccount;
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
              w -> new PolicyListCommand(w.streams())),
          new Row(
              "policy show",
              Start.FULL,
              "print an IAM policy, filled in",
              w -> new PolicyShowCommand(account(w), w.streams())),
          new Row(
              "policy check",
              Start.FULL,
              "show what a policy allows with and without MFA",
              PolicyCommands::check));

  private PolicyCommands() {}

  private static ProfileAccount account(Wiring wiring) {
    ProfileCredentials profiles = wiring.profiles();
    CallerLookup callers = new CallerLookup(wiring.tokens(), profiles, wiring.host().clock());
    return new ProfileAccount(wiring.environment(), profiles, callers);
  }

  private static Command check(Wiring wiring) {
    Host host = wiring.host();
    return new PolicyCheckCommand(
        new NamedTextFiles(), host.input(), host.clock(), new CheckReport(host.streams()));
  }
}
