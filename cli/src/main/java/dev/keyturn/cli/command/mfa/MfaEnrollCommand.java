package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.device.Enrollment.Request;

/** {@code keyturn mfa enroll}: enrolls an authenticator app as MFA device. */
public final class MfaEnrollCommand implements Command {

  private static final Argument<String> NAME =
      Argument.optional(Value.text("NAME"), "Name of the new device (default: the user's name).");

  private final ProfileUsers users;
  private final EnrollmentRun run;

  public MfaEnrollCommand(ProfileUsers users, EnrollmentRun run) {
    this.users = users;
    this.run = run;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            EnrollmentRun.QR_FILE,
            EnrollmentRun.SHOW_SECRET,
            ProfileChoice.ONLY_OPTION,
            CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(NAME);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn mfa enroll -p account1", "show a QR code, then ask for two codes")
        .example("keyturn mfa enroll backup -p account1", "enroll a second device called backup")
        .example("keyturn mfa enroll --qr-file qr.png", "write the QR code to a picture");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    String name = NAME.firstIn(arguments).orElse(null);
    return run.run(arguments, users.of(arguments), new Request(name, null));
  }
}
