package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.folder.LinkedTools;
import dev.keyturn.cli.adapter.process.OperatingSystemSignals;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.login.LoginCommand;
import dev.keyturn.cli.command.login.LoginReport;
import dev.keyturn.cli.command.login.LogoutCommand;
import dev.keyturn.cli.command.login.LogoutReport;
import dev.keyturn.cli.command.status.ExplainCommand;
import dev.keyturn.cli.command.status.StatusCommand;
import dev.keyturn.cli.command.status.StatusReport;
import dev.keyturn.cli.command.status.WhoamiCommand;
import dev.keyturn.cli.command.tool.AsCommand;
import dev.keyturn.cli.command.tool.ForeignRun;
import dev.keyturn.cli.command.tool.ForeignTools;
import dev.keyturn.domain.edit.EditUndo;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.List;

/** Commands that make, end and show sessions. */
final class SessionCommands {

  static final List<Row> ROWS =
      List.of(
          new Row(
              "login",
              Start.FULL,
              "log in to one or more profiles with an MFA code",
              SessionCommands::login),
          new Row("logout", Start.FULL, "end sessions on this computer", SessionCommands::logout),
          new Row(
              "status",
              Start.PLAIN,
              "show which profiles have a session, and until when",
              SessionCommands::status),
          new Row(
              "as",
              Start.FULL,
              "run the command line of another tool, such as aws-mfa",
              SessionCommands::as),
          new Row(
              "whoami",
              Start.FULL,
              "show the AWS identity a profile uses",
              SessionCommands::whoami),
          new Row(
              "explain",
              Start.PLAIN,
              "show how a session is made: each value and each call",
              SessionCommands::explain));

  private SessionCommands() {}

  private static Command login(Wiring wiring) {
    Host host = wiring.host();
    LoginReport report = wiring.loginReport();
    return new LoginCommand(
        host.environment(), wiring.profiles(), host.input(), report, wiring.lintNotes());
  }

  private static Command logout(Wiring wiring) {
    LogoutReport report = new LogoutReport(wiring.streams(), wiring.host().clock());
    EditUndo edits = FileCommands.edits(wiring);
    return new LogoutCommand(
        wiring.environment(), wiring.profiles(), edits, wiring.stores(), report);
  }

  private static Command as(Wiring wiring) {
    Host host = wiring.host();
    OtherHome keyturn = new OtherHome(host);
    String searched = host.environment().getOrDefault("PATH", "");
    return new AsCommand(
        host.environment(),
        new ForeignTools(host.input()),
        new ForeignRun(
            (environment, words) -> keyturn.run(environment, host.home(), words),
            wiring.files(),
            host.streams()),
        new LinkedTools(host.program(), host.home(), searched, host.isWindows()),
        host.streams());
  }

  private static Command status(Wiring wiring) {
    Host host = wiring.host();
    StatusReport report =
        new StatusReport(
            host.environment(),
            host.streams(),
            host.terminal(),
            host.clock(),
            new OperatingSystemSignals());
    return new StatusCommand(
        host.environment(), wiring.profiles(), host.clock(), report, host.answers());
  }

  private static Command whoami(Wiring wiring) {
    Host host = wiring.host();
    ProfileCredentials profiles = wiring.profiles();
    CallerLookup callers = new CallerLookup(wiring.tokens(), profiles, host.clock());
    return new WhoamiCommand(host.environment(), profiles, callers, host.clock(), host.streams());
  }

  private static Command explain(Wiring wiring) {
    return new ExplainCommand(
        wiring.environment(), wiring.profiles(), wiring.lint(), wiring.streams());
  }
}
