package dev.keyturn.domain.store.move;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.CredentialProcess;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.text.ShellCommand;

/**
 * Checks which sections may have their key in a store. When it is no longer in the file, AWS tools
 * use the credentials with the next lower precedence.
 */
public final class SectionFitness {

  private SectionFitness() {}

  /**
   * Checks that AWS tools can still use the profile when its key is removed from the files.
   *
   * @param profile the profile, for messages
   * @throws FailureException {@code ProfileFailure.Bad} if they could not
   */
  public static void check(AwsConfiguration now, String profile, String name) {
    Section section = now.profile(name).orElse(null);
    if (section == null) {
      return;
    }
    if (CredentialProcess.foreign(section).isPresent()) {
      throw unfit(
          profile,
          name,
          "has a credential_process, which AWS tools would run instead",
          "credential_process");
    }
    if (section.value("source_profile").filter(name::equals).isPresent()) {
      throw unfit(
          profile,
          name,
          "is the source of its own role, which AWS tools support only for keys in the file",
          "source_profile");
    }
  }

  private static FailureException unfit(String profile, String name, String why, String setting) {
    return new ProfileFailure.Bad(
            profile,
            "profile '" + name + "' " + why,
            ShellCommand.of("keyturn", "config", "unset", "profile." + name + "." + setting))
        .exception();
  }
}
