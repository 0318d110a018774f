package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.time.Duration;
import java.util.Map;

/**
 * The credentials of the command line's profile, for a command that passes them on.
 *
 * @param profile the profile
 * @param credentials its credentials
 * @param named whether the credentials belong to the profile with this name in any context
 */
public record HandedProfile(PlannedProfile profile, HandedCredentials credentials, boolean named) {

  /** The minimum remaining lifetime of the session. */
  public static final ValueOption<Duration> MIN_REMAINING =
      Option.duration("--min-remaining", "Renew the session if it has less time left than this.");

  /** Refuses long-term keys. */
  public static final Flag REQUIRE_MFA =
      Option.flag("--require-mfa", "Fail instead of handing over long-term keys.");

  /** The credentials of {@code choice}, according to {@code arguments}. */
  public static HandedProfile of(
      ProfileCredentials profiles,
      ProfileChoice choice,
      Arguments arguments,
      Map<String, String> environment) {
    PlanRequest request = PlanOptions.request(arguments, choice, environment);
    PlannedProfile profile = profiles.plan(request);
    FreshnessRequirement demand = demand(arguments, environment);
    boolean requireMfa = REQUIRE_MFA.in(arguments);
    return new HandedProfile(
        profile,
        profiles.obtain(profile, demand, requireMfa).credentials(),
        !request.isForKeysOfEnvironment() && request.policies().isNone());
  }

  /** How fresh a session has to be. */
  public static FreshnessRequirement demand(Arguments arguments, Map<String, String> environment) {
    Duration remaining = MIN_REMAINING.in(arguments).orElse(null);
    FreshnessRequirement valid = valid(environment);
    return remaining == null ? valid : new FreshnessRequirement(false, remaining, valid.window());
  }

  /** Any session that is valid, renewed when the user wants it. */
  public static FreshnessRequirement valid(Map<String, String> environment) {
    return FreshnessRequirement.VALID.within(RefreshWindow.of(environment));
  }

  /** The same as a change of {@code environment}. */
  public EnvironmentChange variables(Handover way, Map<String, String> environment) {
    return SessionVariables.of(way, this, environment);
  }
}
