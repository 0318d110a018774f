package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.setup.Administrator;
import dev.keyturn.domain.iam.setup.BucketCaller;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.Map;
import java.util.function.Function;

/** Profiles of administrators, which act as a user or a role. */
public final class ProfileAdministrator {

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;

  public ProfileAdministrator(Map<String, String> environment, ProfileCredentials profiles) {
    this.environment = environment;
    this.profiles = profiles;
  }

  /**
   * With the session of the profile that {@link ProfileChoice#ONLY_OPTION} or a variable names.
   *
   * @throws FailureException as a login
   */
  private Administrator of(Arguments arguments) {
    String name = ProfileChoice.ONLY_OPTION.in(arguments, "");
    ProfileChoice choice = ProfileChoice.of(name, environment);
    PlanRequest request = PlanOptions.request(arguments, choice, environment);
    PlannedProfile planned = profiles.plan(request);
    HandedCredentials credentials =
        profiles.obtain(planned, FreshnessRequirement.VALID, false).credentials();
    Signer signer =
        new Signer(
            credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    return new OfProfile(profiles, request, planned.plan(), signer);
  }

  /**
   * Works as that administrator.
   *
   * @throws FailureException as the work; where the profile may not do it, its hint is the user's
   *     line with another profile
   */
  public <T> T working(Arguments arguments, Function<Administrator, T> work) {
    Administrator administrator = of(arguments);
    try {
      return work.apply(administrator);
    } catch (FailureException e) {
      if (!Nature.isDenied(e.failure())) {
        throw e;
      }
      throw new AwsFailure.Refused(
              "AccessDenied",
              e.failure().message(),
              "use the profile of an administrator: "
                  + arguments.typed().with(ProfileChoice.ONLY_OPTION, "ADMIN"))
          .exception(e);
    }
  }

  private record OfProfile(
      ProfileCredentials profiles, PlanRequest request, SessionPlan plan, Signer signer)
      implements Administrator {

    @Override
    public IamCaller iam() {
      return new IamCaller(plan.endpoints(), signer);
    }

    @Override
    public BucketCaller s3() {
      return new BucketCaller(
          profiles.s3Endpoint(request), plan.region(), plan.endpoints().caBundle(), signer);
    }
  }
}
