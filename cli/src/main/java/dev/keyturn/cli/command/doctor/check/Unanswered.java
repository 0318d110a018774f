package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.text.ShellCommand;

/** Interprets a failed call to AWS. */
final class Unanswered {

  private Unanswered() {}

  /** A call that is denied, or would need a code, is not a problem; any other failure is. */
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
