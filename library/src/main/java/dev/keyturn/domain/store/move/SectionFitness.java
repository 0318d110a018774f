package dev.keyturn.domain.store.move;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.CredentialProcess;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.text.ShellCommand;

/**
 * Which sections may have their key in a store. Without it in the file, AWS tools would use what
 * ranked below it so far.
 */
public final class SectionFitness {

  private SectionFitness() {}

  /**
   * Makes sure that AWS tools do not lose the profile when its key leaves the files.
   *
   * @param profile the profile to name
   * @throws FailureException {@code ProfileFailure.Bad} when they would
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
          "is the source of its own role, which AWS tools allow for keys in the file only",
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
