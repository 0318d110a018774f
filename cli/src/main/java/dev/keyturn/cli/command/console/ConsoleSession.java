package dev.keyturn.cli.command.console;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileSession;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.FederationService;
import dev.keyturn.domain.session.use.HandOver;
import dev.keyturn.domain.session.use.SessionLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets a session that AWS's sign-in takes: that of a role, or one of a federated user in place of a
 * user's own, which it does not take.
 */
public final class ConsoleSession {

  /** Intersected with the user's own policies, so it grants nothing by itself. */
  private static final String WHAT_THE_USER_MAY =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  private static final Pattern FEDERATED_NAME = Pattern.compile("[\\w+=,.@-]{2,32}");

  private final Map<String, String> environment;
  private final HandOver handOver;
  private final SessionLookup lookup;
  private final FederationService federation;
  private final Output output;

  /** Built on services and ports. */
  public ConsoleSession(
      Map<String, String> environment,
      HandOver handOver,
      SessionLookup lookup,
      FederationService federation,
      Output output) {
    this.environment = environment;
    this.handOver = handOver;
    this.lookup = lookup;
    this.federation = federation;
    this.output = output;
  }

  /**
   * The session of {@code plan}'s profile.
   *
   * @param withoutMfa whether a user who has an MFA device is content with a session without MFA
   */
  HandedCredentials of(
      SessionPlan plan,
      AwsConfiguration configuration,
      @Nullable Duration duration,
      boolean withoutMfa) {
    FreshnessRequirement demand = ProfileSession.valid(environment);
    return plan.roleArn() != null
        ? handOver.obtain(plan, configuration, demand, true)
        : ofUser(plan, configuration, duration, withoutMfa);
  }

  private HandedCredentials ofUser(
      SessionPlan plan,
      AwsConfiguration configuration,
      @Nullable Duration duration,
      boolean withoutMfa) {
    String roles = roles(plan, configuration);
    if (lookup.device(plan) != null && !withoutMfa) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "the console takes a user's session only from GetFederationToken, which carries no"
                  + " MFA: whatever a policy demands MFA for would be denied there",
              "sign in with a role: keyturn console " + roles + "; or add --without-mfa")
          .exception();
    }
    output.note(
        "a console session of a user carries no MFA; with a role it can: keyturn console " + roles);
    try {
      return federated(plan, duration == null ? Durations.SESSION_DEFAULT : duration);
    } catch (FailureException e) {
      if (e.failure() instanceof AwsFailure.Refused refused) {
        throw new AwsFailure.Refused(
                refused.code(),
                refused.message(),
                "where a policy demands MFA, sign in with a role: keyturn console " + roles)
            .exception(e);
      }
      throw e;
    }
  }

  private HandedCredentials federated(SessionPlan plan, Duration duration) {
    if (!(plan.base() instanceof Base.Keys keys)) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "profile '"
                  + plan.profile()
                  + "' has no long-term keys, which GetFederationToken needs",
              "keyturn explain " + plan.profile())
          .exception();
    }
    Identity owner = lookup.owner(plan);
    return HandedCredentials.of(
        federation.getFederationToken(
            plan.endpoints(), Signer.of(keys.key()), name(owner), WHAT_THE_USER_MAY, duration),
        owner == null ? null : owner.account());
  }

  private static String name(@Nullable Identity owner) {
    String name = owner == null ? "" : Arn.lastName(owner.arn());
    return FEDERATED_NAME.matcher(name).matches() ? name : "keyturn";
  }

  /** The profiles of roles that rest on this one. */
  private static String roles(SessionPlan plan, AwsConfiguration configuration) {
    List<String> roles =
        configuration.profiles().values().stream()
            .filter(it -> it.value("role_arn").isPresent())
            .filter(it -> it.value("source_profile").equals(Optional.of(plan.profile())))
            .map(Section::name)
            .toList();
    return roles.isEmpty() ? "ROLE-PROFILE" : String.join("|", roles);
  }

  /**
   * How long the console session may be asked to last; null where AWS takes no duration: it does
   * for a role that was assumed with long-term keys, and for nothing else.
   */
  @Nullable Duration sessionDuration(SessionPlan plan, @Nullable Duration wanted) {
    boolean direct =
        plan.steps().size() == 1
            && plan.steps().get(0) instanceof Step.AssumeRole
            && plan.base() instanceof Base.Keys;
    if (direct) {
      return wanted;
    }
    if (wanted != null && plan.roleArn() != null) {
      output.note(
          "AWS takes no duration for a role that was assumed with a session: the console session"
              + " ends with the role's");
    }
    return null;
  }
}
