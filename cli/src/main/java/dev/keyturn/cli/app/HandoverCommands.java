package dev.keyturn.cli.app;

import dev.keyturn.adapter.aws.AwsSignIn;
import dev.keyturn.adapter.child.ForegroundGroup;
import dev.keyturn.cli.adapter.answer.AnsweredPrograms;
import dev.keyturn.cli.adapter.folder.OwnedFiles;
import dev.keyturn.cli.adapter.folder.TemporaryFolder;
import dev.keyturn.cli.adapter.loopback.LoopbackEndpoint;
import dev.keyturn.cli.adapter.loopback.LoopbackRedirects;
import dev.keyturn.cli.adapter.process.CoreFileLimit;
import dev.keyturn.cli.adapter.process.GitWorkTrees;
import dev.keyturn.cli.adapter.process.LauncherPrograms;
import dev.keyturn.cli.adapter.process.OperatingSystemSignals;
import dev.keyturn.cli.adapter.process.PrefixedChildren;
import dev.keyturn.cli.adapter.process.SupervisedPrograms;
import dev.keyturn.cli.adapter.shell.DotenvFile;
import dev.keyturn.cli.adapter.shell.EnvironmentFormats;
import dev.keyturn.cli.adapter.shell.HookTemplates;
import dev.keyturn.cli.adapter.shell.PosixFormat;
import dev.keyturn.cli.command.console.Browser;
import dev.keyturn.cli.command.console.ConsoleCommand;
import dev.keyturn.cli.command.console.ConsoleSession;
import dev.keyturn.cli.command.handover.CredentialProcessCommand;
import dev.keyturn.cli.command.handover.DotenvFiles;
import dev.keyturn.cli.command.handover.EnvCommand;
import dev.keyturn.cli.command.handover.ExecCommand;
import dev.keyturn.cli.command.handover.ProcessLine;
import dev.keyturn.cli.command.handover.ProgramRunners;
import dev.keyturn.cli.command.handover.ServedProgram;
import dev.keyturn.cli.command.handover.ShellFormats;
import dev.keyturn.cli.command.handover.ShellInitCommand;
import dev.keyturn.cli.command.help.CompletionTable;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.port.EnvironmentSyntax;
import dev.keyturn.cli.command.port.PrefixedPrograms;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.cli.command.serving.ProfileEndpoints;
import dev.keyturn.cli.command.serving.Renewal;
import dev.keyturn.cli.command.serving.ServeCommand;
import dev.keyturn.cli.command.serving.ServeOutput;
import dev.keyturn.domain.session.store.RefreshWindow;
import java.util.List;

/** Commands that give a session to shells, programs and browsers. */
final class HandoverCommands {

  static final List<Row> ROWS =
      List.of(
          new Row(
              "exec",
              Start.HOT,
              "run a command, or a shell, with a profile's credentials",
              HandoverCommands::exec),
          new Row(
              "env",
              Start.HOT,
              "print a profile's credentials as shell variables",
              HandoverCommands::env),
          new Row(
              "credential-process",
              Start.HOT,
              "print a profile's credentials as JSON for AWS tools",
              HandoverCommands::credentialProcess),
          new Row(
              "serve",
              Start.SERVE,
              "serve auto-renewing credentials over HTTP on localhost",
              HandoverCommands::serve),
          new Row(
              "console",
              Start.FULL,
              "open the AWS console in a browser",
              HandoverCommands::console),
          new Row(
              "shell init",
              Start.FULL,
              "print the hook for your shell: aws_env and completion",
              HandoverCommands::shellInit));

  private HandoverCommands() {}

  private static Command credentialProcess(Wiring wiring) {
    Host host = wiring.host();
    return new CredentialProcessCommand(
        host.environment(),
        wiring.profiles(),
        wiring::edits,
        new ProcessLine(host.program(), host.isWindows()),
        host.streams());
  }

  private static Command env(Wiring wiring) {
    Host host = wiring.host();
    return new EnvCommand(
        host.environment(),
        wiring.profiles(),
        new ShellFormats(
            EnvironmentSyntax.ofShell(host.environment(), host.isWindows()),
            EnvironmentFormats::of),
        new DotenvFiles(
            new GitWorkTrees(host.environment()), new DotenvFile(wiring.locks()), host.streams()),
        host.streams());
  }

  private static Command exec(Wiring wiring) {
    Host host = wiring.host();
    ProgramRunners runners =
        new ProgramRunners(
            programs(host),
            () -> new ServedProgram(endpoints(wiring), supervised(host)),
            () -> prefixed(host));
    return new ExecCommand(
        host.environment(), wiring.profiles(), runners, host.clock(), host.streams());
  }

  /** When it ends, its programs end, also by Ctrl-\. */
  private static PrefixedPrograms prefixed(Host host) {
    Signals signals = new OperatingSystemSignals();
    signals.watch(List.of("QUIT"), _ -> Main.quit());
    return new PrefixedChildren(host.environment(), host.streams(), coreFileLimit(), signals);
  }

  private static Programs programs(Host host) {
    return host.launcher().isEmpty()
        ? supervised(host)
        : new AnsweredPrograms(
            new LauncherPrograms(host.environment(), host.launcher(), new PosixFormat()),
            host.answers());
  }

  private static Programs supervised(Host host) {
    return new SupervisedPrograms(
        host.environment(),
        () -> host.terminal().isPresent() && ForegroundGroup.isOwn(),
        new OperatingSystemSignals(),
        coreFileLimit());
  }

  private static CoreFileLimit coreFileLimit() {
    return new CoreFileLimit(System.getProperty("keyturn.core", ""));
  }

  private static Command serve(Wiring wiring) {
    return new ServeCommand(
        wiring.environment(),
        endpoints(wiring),
        new OwnedFiles(),
        new OperatingSystemSignals(),
        new ServeOutput(wiring.environment(), wiring.host().clock(), wiring.streams()));
  }

  private static ProfileEndpoints endpoints(Wiring wiring) {
    Host host = wiring.host();
    return new ProfileEndpoints(
        wiring.profiles(),
        wiring::silentProfiles,
        () -> renewal(host),
        new LoopbackEndpoint(host.random().get(), host.clock()),
        TemporaryFolder::create,
        host.streams()::note);
  }

  private static Renewal renewal(Host host) {
    RefreshWindow window = RefreshWindow.of(host.environment());
    return new Renewal(window, host.clock(), host.random().get()::nextDouble);
  }

  private static Command console(Wiring wiring) {
    Host host = wiring.host();
    return new ConsoleCommand(
        host.environment(),
        new ConsoleSession(
            host.environment(), wiring.profiles(), wiring.awsTokens(), host.streams()),
        new AwsSignIn(host.environment()),
        new Browser(
            host.environment(),
            new LoopbackRedirects(host.random().get()),
            host.children(),
            host.streams()),
        host.streams());
  }

  private static Command shellInit(Wiring wiring) {
    return new ShellInitCommand(
        new HookTemplates(),
        wiring.host().program(),
        () -> CompletionTable.of(Commands.pages(wiring)),
        wiring.streams());
  }
}
