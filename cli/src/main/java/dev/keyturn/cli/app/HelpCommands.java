package dev.keyturn.cli.app;

import dev.keyturn.adapter.aws.AwsEndpointProbe;
import dev.keyturn.adapter.awsfile.edit.AwsFileRepairs;
import dev.keyturn.adapter.state.FirstTimes;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.adapter.folder.TemporaryFolder;
import dev.keyturn.cli.adapter.page.ErrorPageFiles;
import dev.keyturn.cli.adapter.process.GitWorkTrees;
import dev.keyturn.cli.adapter.process.ShutdownInterruptions;
import dev.keyturn.cli.adapter.process.ThisComputer;
import dev.keyturn.cli.adapter.shell.HookTemplates;
import dev.keyturn.cli.command.doctor.DoctorCommand;
import dev.keyturn.cli.command.doctor.DoctorOutput;
import dev.keyturn.cli.command.doctor.Examination;
import dev.keyturn.cli.command.doctor.RememberedIdentities;
import dev.keyturn.cli.command.doctor.check.AccessKeyChecks;
import dev.keyturn.cli.command.doctor.check.Checks;
import dev.keyturn.cli.command.doctor.check.ComputerChecks;
import dev.keyturn.cli.command.doctor.check.ConnectionChecks;
import dev.keyturn.cli.command.doctor.check.EnvironmentChecks;
import dev.keyturn.cli.command.doctor.check.FileChecks;
import dev.keyturn.cli.command.doctor.check.IdentityChecks;
import dev.keyturn.cli.command.doctor.check.KeyturnChecks;
import dev.keyturn.cli.command.doctor.check.LeftoverChecks;
import dev.keyturn.cli.command.doctor.check.PolicyChecks;
import dev.keyturn.cli.command.doctor.check.ProfileChecks;
import dev.keyturn.cli.command.doctor.check.ProgramChecks;
import dev.keyturn.cli.command.doctor.check.RoleChecks;
import dev.keyturn.cli.command.help.CompletionCommand;
import dev.keyturn.cli.command.help.ErrorPages;
import dev.keyturn.cli.command.help.HelpCommand;
import dev.keyturn.cli.command.help.VersionCommand;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.port.computer.Remarks;
import dev.keyturn.cli.command.profile.LastingEdits;
import dev.keyturn.cli.command.sandbox.DemoCommand;
import dev.keyturn.cli.command.sandbox.DemoStage;
import dev.keyturn.cli.command.sandbox.SandboxCommand;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.List;
import java.util.function.Function;

/** Commands for help, and a local AWS for trying the others. */
final class HelpCommands {

  static final List<Row> ROWS =
      List.of(
          new Row("demo", Start.FULL, "take a guided tour on a local AWS", HelpCommands::demo),
          new Row(
              "doctor",
              Start.FULL,
              "check this computer and profiles, and name repairs",
              HelpCommands::doctor),
          new Row(
              "sandbox",
              Start.FULL,
              "run a local AWS for trying and testing",
              w -> new SandboxCommand(w.environment(), w.host().children())),
          new Row(
              "help",
              Start.FULL,
              "show the help of a command, or of a failure",
              w ->
                  new HelpCommand(
                      () -> Commands.pages(w),
                      new ErrorPages(ErrorPageFiles::of),
                      w.host().terminal(),
                      w.streams())),
          new Row(
              "version",
              Start.FULL,
              "print the version",
              w -> new VersionCommand(Version.text(), w.streams())),
          new Row(
              "completion",
              Start.FULL,
              "print the completion script for your shell",
              w ->
                  new CompletionCommand(
                      new HookTemplates(), () -> Commands.pages(w), w.streams())));

  private HelpCommands() {}

  private static Command doctor(Wiring wiring) {
    Host host = wiring.host();
    ThisComputer computer = new ThisComputer(host.environment(), host.home());
    ProfileCredentials profiles = wiring.profilesWithoutCodes();
    return new DoctorCommand(
        host.environment(),
        new Examination(host.environment(), profiles, checks(wiring, computer, profiles)),
        new LastingEdits(FileCommands.edits(wiring)),
        new DoctorOutput(
            host.environment(), computer, Version.text(), host.terminal(), host.streams()));
  }

  private static Checks checks(Wiring wiring, ThisComputer computer, ProfileCredentials profiles) {
    Host host = wiring.host();
    Settings settings = new Settings(wiring.places(), wiring.edits());
    return new Checks(
        new FileChecks(
            wiring.files(),
            new AwsFileRepairs(wiring.places(), wiring.locks(), wiring.journal()),
            computer),
        computerChecks(wiring, computer),
        List.of(new ProfileChecks(profiles, settings, host.clock())),
        new ConnectionChecks(new AwsEndpointProbe(host.environment()), host.clock()),
        remoteChecks(wiring, profiles, settings));
  }

  private static List<Checks.OfComputer> computerChecks(Wiring wiring, ThisComputer computer) {
    Host host = wiring.host();
    return List.of(
        new EnvironmentChecks(host.environment(), host.clock()),
        new ComputerChecks(computer, new GitWorkTrees(host.environment())),
        new ProgramChecks(computer),
        new LeftoverChecks(computer, host.environment()),
        new KeyturnChecks(
            computer,
            Version.text(),
            host.program(),
            host.state().toString(),
            wiring.encryption()));
  }

  private static List<Checks.OfProfile> remoteChecks(
      Wiring wiring, ProfileCredentials profiles, Settings settings) {
    Host host = wiring.host();
    TokenService tokens = new RememberedIdentities(wiring.tokens());
    Function<PlannedProfile, UserCalls> users =
        profile ->
            new UserCalls(
                profiles,
                tokens,
                PlanRequest.of(profile.name(), wiring.environment()),
                host.clock());
    return List.of(
        new IdentityChecks(new CallerLookup(tokens, profiles, host.clock()), settings),
        new AccessKeyChecks(users, wiring.iam(), host.clock()),
        new PolicyChecks(users, wiring.livePolicies(), host.clock()),
        new RoleChecks(profiles, users, wiring.account()));
  }

  private static Command demo(Wiring wiring) {
    Host host = wiring.host();
    DemoStage stage =
        new DemoStage(
            host.environment(),
            host.children(),
            new OtherHome(host),
            HelpCommands::homeOfDemo,
            new ShutdownInterruptions());
    return new DemoCommand(stage, host.terminal(), host.clock(), host.streams());
  }

  /** The tour's first login does not count as the first login on this computer. */
  private static TemporaryFolder homeOfDemo() {
    TemporaryFolder home = TemporaryFolder.create();
    StateFolder state = new StateFolder(home.path().resolve(DemoStage.STATE));
    new FirstTimes(state).isFirst(Remarks.CODE_AS_ARGUMENT);
    return home;
  }
}
