package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.use.HandOver;
import java.time.Duration;
import java.util.Map;

/** Gets the credentials of a profile for a command that passes them on in an environment. */
public final class ProfileSession {

  /** How much of the session must be left. */
  public static final ValueOption<Duration> MIN_REMAINING =
      Option.duration("--min-remaining", "Renew the session if it has less time left than this.");

  /** No long-term keys. */
  public static final Flag REQUIRE_MFA =
      Option.flag("--require-mfa", "Fail instead of handing over long-term keys.");

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final HandOver handOver;
  private final Output output;

  /** Built on services and ports. */
  public ProfileSession(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      HandOver handOver,
      Output output) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.handOver = handOver;
    this.output = output;
  }

  /**
   * What was got.
   *
   * @param profile whose they are
   * @param credentials the credentials
   * @param settings the profile's settings as variables
   * @param named whether they are those of a profile with this name, wherever it is asked for
   */
  public record Handed(
      String profile, HandedCredentials credentials, Map<String, String> settings, boolean named) {

    /** The same as a change of {@code environment}. */
    public EnvironmentChange variables(Handover way, Map<String, String> environment) {
      return SessionVariables.of(way, this, environment);
    }
  }

  public Handed of(ProfileChoice profile, Arguments arguments) {
    return of(
        PlanOptions.request(arguments, profile, environment),
        demand(arguments, environment),
        REQUIRE_MFA.in(arguments));
  }

  public static FreshnessRequirement demand(Arguments arguments, Map<String, String> environment) {
    Duration remaining = MIN_REMAINING.in(arguments).orElse(null);
    FreshnessRequirement valid = valid(environment);
    return remaining == null ? valid : new FreshnessRequirement(false, remaining, valid.window());
  }

  /** Any session that holds, renewed when the user wants it. */
  public static FreshnessRequirement valid(Map<String, String> environment) {
    return FreshnessRequirement.VALID.within(RefreshWindow.of(environment));
  }

  private Handed of(PlanRequest request, FreshnessRequirement demand, boolean requireMfa) {
    AwsConfiguration configuration = files.read();
    SessionPlan plan = planner.plan(configuration, request);
    HandedCredentials credentials = handOver.obtain(plan, configuration, demand, requireMfa);
    return new Handed(
        plan.profile(), credentials, plan.toolVariables(), !request.isForKeysOfEnvironment());
  }

  /** Long-term keys in the environment win over every profile, in all AWS tools. */
  public void warnOfEnvironmentKeys(ProfileChoice profile) {
    boolean keys = Variable.AWS_ACCESS_KEY_ID.isSet(environment);
    boolean session = Variable.AWS_SESSION_TOKEN.isSet(environment);
    if (keys && !session) {
      output.note(
          "long-term keys in the environment win over profile '"
              + profile.name()
              + "' wherever this answer does not replace them; to remove them: unset"
              + " AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY");
    }
  }
}
