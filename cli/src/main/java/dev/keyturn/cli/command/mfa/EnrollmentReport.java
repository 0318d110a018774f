package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.Enrollment.Enrolled;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.text.ShellCommand;
import org.jspecify.annotations.Nullable;

/** Reports the new device of a user. */
public final class EnrollmentReport {

  private final Output output;

  /** Writes to {@code output}. */
  public EnrollmentReport(Output output) {
    this.output = output;
  }

  void print(UserCalls user, Enrolled enrolled, boolean asJson) {
    if (asJson) {
      output.line(json(enrolled));
      return;
    }
    output.line(enrolled.device() + " is enabled for " + enrolled.user());
    MfaDevice removed = enrolled.removed();
    if (removed != null) {
      output.line(removed + " is removed");
    }
    ChangedLines.print(output, enrolled.changes());
  }

  /**
   * Warns of what can go wrong from now on.
   *
   * @param picture the file with the QR code; null for none
   */
  void warn(UserCalls user, Enrolled enrolled, @Nullable String picture) {
    if (picture != null) {
      output.note(
          "anyone with "
              + picture
              + " can generate your codes; to delete it, run: "
              + ShellCommand.of("rm", picture));
    }
    if (enrolled.isOnly()) {
      output.note(
          "without this device you cannot log in; to enroll a second one as a backup, run: "
              + user.command("mfa", "enroll"));
    }
  }

  private static String json(Enrolled enrolled) {
    MfaDevice removed = enrolled.removed();
    return Json.object(to -> {
      to.writeStringProperty("user", enrolled.user());
      to.writeStringProperty("device", enrolled.device().serialNumber());
      Json.text(to, "removed", removed == null ? null : removed.serialNumber());
      Json.time(to, "session_expiration", enrolled.until());
      to.writeBooleanProperty("is_only", enrolled.isOnly());
      ChangedLines.write(to, enrolled.changes());
    });
  }
}
