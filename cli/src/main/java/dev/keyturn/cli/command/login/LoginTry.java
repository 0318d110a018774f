package dev.keyturn.cli.command.login;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.use.Login;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session that {@code login} was asked for, and how far that came.
 *
 * @param profile the profile
 * @param roleArn the role that an option named; null for none
 * @param planned how it is made; null when it cannot be
 * @param result the session; null when there is none yet, or ever
 * @param failure why there is none; null while nothing failed
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
