package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.text.ShellCommand;

/** What it means that AWS did not answer a question. */
final class Unanswered {

  private Unanswered() {}

  /** What may not be asked, or not without a code, is not wrong; everything else is. */
  static Finding finding(CheckName check, PlannedProfile profile, Failure failure) {
    if (Nature.needsPerson(failure)) {
      String login = ShellCommand.of("keyturn", "login", profile.name());
      return Finding.info(check, "cannot be checked without a session", login);
    }
    return Finding.of(check, Nature.isDenied(failure) ? Level.INFO : Level.FAIL, failure);
  }
}
