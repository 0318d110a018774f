package dev.keyturn.cli.command.login;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.use.Login;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session requested from {@code login}, and its progress.
 *
 * @param profile the profile
 * @param roleArn the role that an option named; null for none
 * @param planned how it is made; null if it cannot be
 * @param result the session; null if there is none (yet)
 * @param failure why there is none; null if nothing has failed
 */
record LoginTry(
    String profile,
    @Nullable String roleArn,
    @Nullable PlannedProfile planned,
    Login.@Nullable Result result,
    @Nullable Failure failure) {

  static LoginTry planned(PlanRequest request, Supplier<PlannedProfile> planning) {
    try {
      return new LoginTry(request.profile(), request.roleArn(), planning.get(), null, null);
    } catch (FailureException e) {
      return new LoginTry(request.profile(), request.roleArn(), null, null, e.failure());
    }
  }

  LoginTry with(Login.Outcome outcome) {
    // Avoids a switch over types, whose code is generated when it first runs.
    return outcome instanceof Login.Result made
        ? new LoginTry(profile, roleArn, planned, made, null)
        : new LoginTry(profile, roleArn, planned, null, ((Login.Failed) outcome).failure());
  }
}
