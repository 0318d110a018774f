package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.text.ShellCommand;

/**
 * A program that a setting of a profile names.
 *
 * @param profile the profile
 * @param setting the setting, such as {@code credential_process}
 * @param command the command line as written
 */
public record SettingProgram(String profile, String setting, String command) {

  /** The failure of this program: {@code what} follows its name in the message. */
  public Failure failure(String what) {
    return new ProfileFailure.Bad(
        profile,
        setting + " of profile '" + profile + "' " + what,
        "see the command: "
            + ShellCommand.of("keyturn", "config", "get", "profile." + profile + "." + setting));
  }
}
