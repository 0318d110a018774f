package dev.keyturn.cli.command.login;

import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.Login;
import dev.keyturn.domain.session.use.LoginRequest;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.List;
import java.util.Map;

/**
 * A login with the session that another command has made: it takes no code, and writes the session
 * to the AWS files.
 */
public final class KeptSessionLogin {

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final LoginReport report;

  public KeptSessionLogin(
      Map<String, String> environment, ProfileCredentials profiles, LoginReport report) {
    this.environment = environment;
    this.profiles = profiles;
    this.report = report;
  }

  /**
   * Logs the profile of {@code user} in. A failure is reported, but does not make the command fail.
   *
   * @param onlyFailures whether to report nothing else
   */
  public void of(UserCalls user, boolean onlyFailures) {
    if (user.kept().isEmpty()) {
      return;
    }
    PlannedProfile profile = user.profile();
    LoginRequest request = new LoginRequest(profile, !SaveSetting.isNever(environment));
    Login.Outcome outcome =
        profiles
            .login(List.of(request), FreshnessRequirement.VALID, null, (done, all) -> {})
            .get(0);
    LoginTry done = new LoginTry(profile.name(), null, profile, null, null).with(made(outcome));
    if (!onlyFailures || done.failure() != null) {
      report.print(List.of(done), new LoginLine(null));
    }
  }

  private static Login.Outcome made(Login.Outcome outcome) {
    return outcome instanceof Login.Result result ? result.made() : outcome;
  }
}
