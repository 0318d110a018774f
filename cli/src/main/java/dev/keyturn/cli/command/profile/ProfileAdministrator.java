package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.Map;

/** Profiles of administrators, who act as whom their profile acts: a user or a role. */
public final class ProfileAdministrator {

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;

  /** Built on a service. */
  public ProfileAdministrator(Map<String, String> environment, ProfileCredentials profiles) {
    this.environment = environment;
    this.profiles = profiles;
  }

  /**
   * With the session of the profile that {@link ProfileChoice#ONLY_OPTION} or a variable names.
   *
   * @throws dev.keyturn.domain.failure.FailureException as a login
   */
  public IamCaller of(Arguments arguments) {
    String name = ProfileChoice.ONLY_OPTION.in(arguments, "");
    ProfileChoice choice = ProfileChoice.of(name, environment);
    PlannedProfile planned = profiles.plan(PlanOptions.request(arguments, choice, environment));
    HandedCredentials credentials =
        profiles.obtain(planned, FreshnessRequirement.VALID, false).credentials();
    return new IamCaller(
        planned.plan().endpoints(),
        new Signer(
            credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
  }
}
