package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.login.KeptSessionLogin;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.Enrollment;
import dev.keyturn.domain.iam.device.EnrollmentDialog;
import java.util.function.Function;

/** Shared code of {@code mfa enroll} and {@code mfa replace}. */
public final class EnrollmentRun {

  static final ValueOption<String> QR_FILE =
      Option.file(
          "--qr-file", "Write the QR code to this PNG file instead of showing it on the terminal.");

  static final Flag SHOW_SECRET =
      Option.flag("--show-secret", "Show the secret key too, for apps that cannot scan.");

  private final Function<TerminalEnrollment.Wishes, TerminalEnrollment> dialogs;
  private final Function<EnrollmentDialog, Enrollment> enrollments;
  private final EnrollmentReport report;
  private final KeptSessionLogin login;

  /**
   * Takes its collaborators.
   *
   * @param dialogs the dialog with the user
   * @param enrollments the service for a dialog
   * @param login writes the session of the new device to the AWS files
   */
  public EnrollmentRun(
      Function<TerminalEnrollment.Wishes, TerminalEnrollment> dialogs,
      Function<EnrollmentDialog, Enrollment> enrollments,
      EnrollmentReport report,
      KeptSessionLogin login) {
    this.dialogs = dialogs;
    this.enrollments = enrollments;
    this.report = report;
    this.login = login;
  }

  ExitCode run(Arguments arguments, UserCalls user, Enrollment.Request request) {
    TerminalEnrollment.Wishes wishes =
        new TerminalEnrollment.Wishes(
            QR_FILE.in(arguments).orElse(null),
            SHOW_SECRET.in(arguments),
            arguments.typed().with(SHOW_SECRET));
    TerminalEnrollment dialog = dialogs.apply(wishes);
    Enrollment.Enrolled enrolled = enrollments.apply(dialog).enroll(user, request);
    boolean asJson = CommonOptions.wantsJson(arguments);
    report.print(user, enrolled, asJson);
    report.warn(user, enrolled, dialog.picture());
    login.of(user.again(), asJson);
    return ExitCode.DONE;
  }
}
