package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.qr.QrCodes;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.Enrollment;
import dev.keyturn.domain.iam.device.EnrollmentDialog;
import java.util.Map;
import java.util.function.Function;

/** What {@code mfa enroll} and {@code mfa replace} have in common. */
public final class EnrollmentRun {

  static final ValueOption<String> QR_FILE =
      Option.file(
          "--qr-file", "Write the QR code to this PNG file instead of showing it on the terminal.");

  static final Flag SHOW_SECRET =
      Option.flag("--show-secret", "Show the secret key too, for apps that cannot scan.");

  private final Map<String, String> environment;
  private final Terminal terminal;
  private final QrCodes codes;
  private final Function<EnrollmentDialog, Enrollment> enrollments;
  private final EnrollmentReport report;

  /**
   * Takes its collaborators.
   *
   * @param enrollments the service with a person to ask
   */
  public EnrollmentRun(
      Map<String, String> environment,
      Terminal terminal,
      QrCodes codes,
      Function<EnrollmentDialog, Enrollment> enrollments,
      EnrollmentReport report) {
    this.environment = environment;
    this.terminal = terminal;
    this.codes = codes;
    this.enrollments = enrollments;
    this.report = report;
  }

  ExitCode run(Arguments arguments, UserCalls user, Enrollment.Request request) {
    TerminalEnrollment.Wishes wishes =
        new TerminalEnrollment.Wishes(
            QR_FILE.in(arguments).orElse(null), SHOW_SECRET.in(arguments));
    TerminalEnrollment dialog = new TerminalEnrollment(terminal, codes, hasColours(), wishes);
    Enrollment.Enrolled enrolled = enrollments.apply(dialog).enroll(user, request);
    report.print(user, enrolled, CommonOptions.wantsJson(arguments));
    return ExitCode.DONE;
  }

  private boolean hasColours() {
    return !Variable.NO_COLOR.isSet(environment);
  }
}
