package dev.keyturn.cli.command.sandbox;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.iam.device.Interruptions;
import dev.keyturn.domain.mfa.Totp;
import java.time.Clock;
import java.util.List;

/** {@code keyturn demo}: the main job on the local AWS, in a home folder that is thrown away. */
public final class DemoCommand implements Command {

  private static final Flag YES = Option.flag("-y, --yes", "Do not wait between the steps.");

  private final DemoStage stage;
  private final Terminal terminal;
  private final Clock clock;
  private final Output output;

  public DemoCommand(DemoStage stage, Terminal terminal, Clock clock, Output output) {
    this.stage = stage;
    this.terminal = terminal;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(YES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(List.of(ExitCode.DONE, ExitCode.INTERRUPTED))
        .example("keyturn demo", "step by step")
        .example("keyturn demo --yes", "without pauses");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    boolean waits = !YES.in(arguments) && terminal.isPresent();
    try (Children.Sandbox sandbox = stage.children().startSandbox(List.of());
        ThrowAwayFolder home = stage.folders().get();
        Interruptions.Watch _ = stage.interruptions().watch(home::close)) {
      DemoCompany company = DemoCompany.of(sandbox.ready());
      DemoShell shell = new DemoShell(company, home, stage, output);
      home.write(".aws/credentials", credentials(company));
      home.write(".aws/config", config(company));
      return tour(shell, company, waits);
    }
  }

  private ExitCode tour(DemoShell shell, DemoCompany company, boolean waits) {
    say(
        waits,
        "A local AWS runs at " + company.url() + ". It checks signatures, codes and policies.",
        "alice has an access key and an MFA device, and a policy that denies her everything",
        "without MFA. With her key alone, AWS denies access:");
    shell.listBuckets("alice");
    String code = Totp.ofBase32(company.seed()).at(clock.instant()).digits();
    say(waits, "Now she logs in. Her authenticator app shows " + code + ":");
    ExitCode login = shell.keyturn("login", "alice", code);
    if (login != ExitCode.DONE) {
      return login;
    }
    say(
        waits,
        "Her long-term key stays untouched in [alice]; the session went to [alice-mfa],",
        "which every AWS tool understands:");
    shell.listBuckets("alice-mfa");
    say(waits, "Which sessions are valid, and for how long:");
    shell.keyturn("status");
    say(waits, "A role that requires MFA. Her session is still valid, so no code is needed.");
    ExitCode role = shell.keyturn("login", "admin");
    if (role != ExitCode.DONE) {
      return role;
    }
    ExitCode who = shell.keyturn("whoami", "admin");
    say(
        false,
        "That is all. Your own files were not changed; the demo's files are removed.",
        "Next: keyturn setup; or, if you have a profile: keyturn login PROFILE");
    return who;
  }

  private void say(boolean waits, String... lines) {
    output.line("");
    for (String line : lines) {
      output.line("# " + line);
    }
    if (waits) {
      terminal.ask("[Enter] ");
    }
  }

  private static String credentials(DemoCompany company) {
    return "[alice]\naws_access_key_id = "
        + company.accessKeyId()
        + "\naws_secret_access_key = "
        + company.secretAccessKey()
        + "\n";
  }

  private static String config(DemoCompany company) {
    return "[profile alice]\nregion = us-east-1\n\n[profile admin]\nrole_arn = arn:aws:iam::"
        + company.account()
        + ":role/admin\nsource_profile = alice\nmfa_serial = "
        + company.device()
        + "\nregion = us-east-1\n";
  }
}
