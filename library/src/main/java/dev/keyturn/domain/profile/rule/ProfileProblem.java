package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;

/** Says what is wrong with a profile, and in which line. */
final class ProfileProblem {

  private ProfileProblem() {}

  /** {@code profile 'dev' has role_arn but no source_profile (~/.aws/config:3)}. */
  static FailureException of(Section profile, String what, Origin origin, String hint) {
    String name = profile.name();
    String message = "profile '" + name + "' " + what + " (" + origin + ")";
    return new ProfileFailure.Bad(name, message, hint).exception();
  }
}
