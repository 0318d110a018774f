package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.Enrollment.Enrolled;
import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Duration;
import java.time.Instant;

/** Says which device a user has now. */
public final class EnrollmentReport {

  private final Output output;
  private final LocalClock clock;

  /** Writes to {@code output}. */
  public EnrollmentReport(Output output, LocalClock clock) {
    this.output = output;
    this.clock = clock;
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
    Instant until = enrolled.until();
    if (until != null) {
      output.line(user.profile().name() + ": session" + until(until));
    }
    if (enrolled.isOnly()) {
      output.note(
          "without this device you cannot log in; to enroll a second one as a backup, run: "
              + user.command("mfa", "enroll"));
    }
  }

  private String until(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    return " until " + TimeText.local(until, clock) + " (" + TimeText.left(left) + ")";
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
