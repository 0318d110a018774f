package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.mfa.Totp;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.store.move.SeedDeposit;
import java.util.Map;

/** The stored seed of a command's profile. */
public final class StoredSeed {

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final SeedDeposit seeds;

  public StoredSeed(
      Map<String, String> environment, ProfileCredentials profiles, SeedDeposit seeds) {
    this.environment = environment;
    this.profiles = profiles;
    this.seeds = seeds;
  }

  /**
   * The generator of the codes of the profile's device.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link SeedDeposit#kept} and {@link
   *     SeedDeposit#open}
   */
  Totp device(Arguments arguments) {
    ProfileChoice choice =
        ProfileChoice.of(ProfileChoice.ONLY_OPTION.in(arguments, ""), environment);
    return seeds.open(
        seeds.kept(
            profiles
                .planOffline(profiles.files(), choice.name(), choice.explicit(), environment)
                .plan()));
  }
}
