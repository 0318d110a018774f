package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.text.ShellCommand;

/** What it means that AWS did not answer a question. */
final class Unanswered {

  private Unanswered() {}

  /** What may not be asked, or not without a code, is not wrong; everything else is. */
  static Finding finding(CheckName check, PlannedProfile profile, Failure failure) {
    String login = ShellCommand.of("keyturn", "login", profile.name());
    if (Nature.needsPerson(failure)) {
      return Finding.info(check, "cannot be checked without a session", login);
    }
    return Nature.isDenied(failure)
        ? Finding.info(
            check, "a policy forbids asking; a session with MFA may be allowed to ask", login)
        : Finding.of(check, Level.FAIL, failure);
  }
}
