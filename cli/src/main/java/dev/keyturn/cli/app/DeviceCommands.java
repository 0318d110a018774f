package dev.keyturn.cli.app;

import dev.keyturn.adapter.state.EnrollmentRecords;
import dev.keyturn.cli.adapter.folder.NamedTextFiles;
import dev.keyturn.cli.adapter.process.ShutdownInterruptions;
import dev.keyturn.cli.adapter.qr.ZxingQrCodes;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.login.KeptSessionLogin;
import dev.keyturn.cli.command.login.LoginReport;
import dev.keyturn.cli.command.login.TerminalDeviceChooser;
import dev.keyturn.cli.command.mfa.DeviceChoice;
import dev.keyturn.cli.command.mfa.DeviceReport;
import dev.keyturn.cli.command.mfa.EnrollmentReport;
import dev.keyturn.cli.command.mfa.EnrollmentRun;
import dev.keyturn.cli.command.mfa.LeftSeeds;
import dev.keyturn.cli.command.mfa.MfaCodeCommand;
import dev.keyturn.cli.command.mfa.MfaEnrollCommand;
import dev.keyturn.cli.command.mfa.MfaListCommand;
import dev.keyturn.cli.command.mfa.MfaRemoveCommand;
import dev.keyturn.cli.command.mfa.MfaReplaceCommand;
import dev.keyturn.cli.command.mfa.MfaResyncCommand;
import dev.keyturn.cli.command.mfa.MfaTestCommand;
import dev.keyturn.cli.command.mfa.StoredSeed;
import dev.keyturn.cli.command.mfa.TerminalEnrollment;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.iam.device.ConsecutiveCodes;
import dev.keyturn.domain.iam.device.DeviceCheck;
import dev.keyturn.domain.iam.device.DeviceCreation;
import dev.keyturn.domain.iam.device.DeviceLines;
import dev.keyturn.domain.iam.device.DeviceList;
import dev.keyturn.domain.iam.device.DeviceProof;
import dev.keyturn.domain.iam.device.DeviceRemoval;
import dev.keyturn.domain.iam.device.Enrollment;
import dev.keyturn.domain.iam.device.EnrollmentDialog;
import dev.keyturn.domain.mfa.CodeSpending;
import java.util.List;

/** Commands about the MFA devices of a user. */
final class DeviceCommands {

  static final List<Row> ROWS =
      List.of(
          new Row("mfa list", Start.FULL, "list the MFA devices of a user", DeviceCommands::list),
          new Row(
              "mfa enroll",
              Start.FULL,
              "enroll an authenticator app as MFA device",
              w -> new MfaEnrollCommand(w.users(), run(w, "mfa enroll"))),
          new Row("mfa test", Start.FULL, "test whether an MFA device works", DeviceCommands::test),
          new Row(
              "mfa resync",
              Start.FULL,
              "resynchronize a device whose clock has drifted",
              w ->
                  new MfaResyncCommand(
                      w.users(), choice(w), check(w), w.host().terminal(), w.streams())),
          new Row("mfa remove", Start.FULL, "remove an MFA device", DeviceCommands::remove),
          new Row(
              "mfa replace",
              Start.FULL,
              "enroll a new MFA device, then remove the old one",
              w -> new MfaReplaceCommand(w.users(), choice(w), run(w, "mfa replace"), seeds(w))),
          new Row(
              "mfa code",
              Start.FULL,
              "print the MFA code of a secret key in a store or a file",
              DeviceCommands::code));

  private DeviceCommands() {}

  private static Command list(Wiring wiring) {
    DeviceReport report = new DeviceReport(wiring.streams(), wiring.host().clock());
    return new MfaListCommand(wiring.users(), devices(wiring), report);
  }

  static DeviceList devices(Wiring wiring) {
    return new DeviceList(wiring.iam(), journal(wiring), wiring.memory());
  }

  private static EnrollmentRecords journal(Wiring wiring) {
    return new EnrollmentRecords(wiring.state());
  }

  private static DeviceLines lines(Wiring wiring, String command) {
    return new DeviceLines(wiring.edits(), command, wiring.streams()::note);
  }

  private static EnrollmentRun run(Wiring wiring, String command) {
    Host host = wiring.host();
    boolean hasColours = !Variable.NO_COLOR.isSet(host.environment());
    LoginReport login = wiring.loginReport();
    return new EnrollmentRun(
        wishes -> new TerminalEnrollment(host.terminal(), new ZxingQrCodes(), hasColours, wishes),
        dialog -> enrollment(wiring, dialog, command),
        new EnrollmentReport(host.streams()),
        new KeptSessionLogin(host.environment(), wiring.profiles(), login));
  }

  private static Enrollment enrollment(Wiring wiring, EnrollmentDialog dialog, String command) {
    ConsecutiveCodes codes = codes(wiring);
    return new Enrollment(
        wiring.iam(),
        new DeviceCreation(
            wiring.iam(),
            journal(wiring),
            dialog,
            codes,
            new ShutdownInterruptions(),
            wiring.streams()::note),
        new DeviceProof(wiring.personalProfiles(), codes),
        lines(wiring, command),
        journal(wiring),
        wiring.locks());
  }

  private static ConsecutiveCodes codes(Wiring wiring) {
    return new ConsecutiveCodes(wiring.person(), spending(wiring));
  }

  private static CodeSpending spending(Wiring wiring) {
    return new CodeSpending(wiring.codeLedger(), wiring.host().clock());
  }

  private static DeviceChoice choice(Wiring wiring) {
    return new DeviceChoice(devices(wiring), new TerminalDeviceChooser(wiring.host().terminal()));
  }

  private static DeviceCheck check(Wiring wiring) {
    Host host = wiring.host();
    return new DeviceCheck(
        wiring.tokens(),
        wiring.awsTokens(),
        wiring.iam(),
        spending(wiring),
        wiring.codes(),
        wiring.person(),
        codes(wiring),
        host.clock());
  }

  private static Command test(Wiring wiring) {
    return new MfaTestCommand(
        wiring.users(), choice(wiring), check(wiring), wiring.host().terminal(), wiring.streams());
  }

  private static Command remove(Wiring wiring) {
    DeviceRemoval removal =
        new DeviceRemoval(wiring.iam(), journal(wiring), lines(wiring, "mfa remove"));
    return new MfaRemoveCommand(
        wiring.users(), devices(wiring), removal, seeds(wiring), wiring.streams());
  }

  private static LeftSeeds seeds(Wiring wiring) {
    return new LeftSeeds(() -> StoreCommands.listed(wiring).seeds(), wiring.streams());
  }

  private static Command code(Wiring wiring) {
    Host host = wiring.host();
    StoredSeed stored =
        new StoredSeed(host.environment(), wiring.profiles(), StoreCommands.seeds(wiring));
    return new MfaCodeCommand(
        new NamedTextFiles(), host.input(), stored, host.clock(), host.streams());
  }
}
