package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.rule.Chain.Lifetime;
import dev.keyturn.domain.profile.rule.Chain.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls to STS that make a session.
 *
 * <p>One MFA code works once, so it is used where it helps most: for a session of the user, from
 * which roles are assumed without another code. But with credentials from STS a role can be assumed
 * for one hour at most, whoever they belong to; a single role that is to last longer is therefore
 * assumed with the code itself. Sources: IAM user guide, "Role chaining"; STS API reference,
 * AssumeRole; for sessions of GetSessionToken, AWS's answers as quoted in mmmorris1975/aws-runas
 * issue 11.
 *
 * <p>A program may return session keys, which is known only after it runs; the plan assumes
 * long-term keys, see {@link SessionPlan#ofSessionKeys}.
 */
public final class StepRule {

  private final @Nullable Duration wanted;
  private final Chain chain;
  private final boolean mfa;
  private final Findings findings;

  /**
   * Plans {@code chain}.
   *
   * @param wanted how long the session is to last; null for the value in the files or AWS's default
   * @param mfa whether a code is used
   */
  public StepRule(@Nullable Duration wanted, Chain chain, boolean mfa, Findings findings) {
    this.wanted = wanted;
    this.chain = chain;
    this.mfa = mfa;
    this.findings = findings;
  }

  /**
   * The calls in order; empty when the profile uses the source's credentials themselves.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when STS cannot grant the duration
   */
  public List<Step> steps() {
    requireRange();
    boolean longTerm = chain.source().lifetime() == Lifetime.LONG_TERM;
    if (chain.roles().isEmpty()) {
      return longTerm || mfa ? List.of(session(wanted)) : List.of();
    }
    List<Step> steps = new ArrayList<>();
    boolean canAsk = longTerm || chain.source().base() instanceof Base.CredentialProcess;
    boolean direct = !canAsk || !mfa || isDirect();
    if (!direct) {
      steps.add(session(null));
    }
    for (int i = 0; i < chain.roles().size(); i++) {
      boolean first = steps.isEmpty();
      boolean chained = !first || chain.source().lifetime() == Lifetime.TEMPORARY;
      steps.add(assume(chain.roles().get(i), duration(i), chained, first && mfa));
    }
    return List.copyOf(steps);
  }

  private void requireRange() {
    Durations.Range range =
        chain.roles().isEmpty() ? Durations.Range.SESSION : Durations.Range.ROLE;
    if (wanted != null && !range.contains(wanted)) {
      throw new Failure.Usage(
              "--duration " + Durations.text(wanted) + ": " + kind() + " lasts " + range.describe(),
              "keyturn login --duration "
                  + Durations.text(
                      chain.roles().isEmpty() ? Durations.SESSION_DEFAULT : Durations.ROLE_DEFAULT))
          .exception();
    }
  }

  private String kind() {
    return chain.roles().isEmpty() ? "a session" : "a role session";
  }

  private boolean isDirect() {
    Role only = chain.roles().get(0);
    return chain.roles().size() == 1
        && (only.direct() || duration(0).compareTo(Durations.CHAINED_ROLE_MAXIMUM) > 0);
  }

  private Step session(@Nullable Duration duration) {
    return new Step.GetSessionToken(duration != null ? duration : Durations.SESSION_DEFAULT, true);
  }

  private Step assume(Role role, Duration duration, boolean chained, boolean withCode) {
    return new Step.AssumeRole(
        role.profile(),
        role.arn(),
        role.parameters(),
        chained ? capped(role, duration) : duration,
        withCode);
  }

  /** The requested duration applies to the last role; the others are intermediate. */
  private Duration duration(int index) {
    boolean last = index == chain.roles().size() - 1;
    Duration duration = last && wanted != null ? wanted : chain.roles().get(index).duration();
    return duration != null ? duration : Durations.ROLE_DEFAULT;
  }

  private Duration capped(Role role, Duration duration) {
    if (duration.compareTo(Durations.CHAINED_ROLE_MAXIMUM) <= 0) {
      return duration;
    }
    findings.warn(
        "duration-capped",
        role.arn()
            + " is assumed for 1h instead of "
            + Durations.text(duration)
            + ": AWS allows no more when a role is assumed with a session",
        null);
    return Durations.CHAINED_ROLE_MAXIMUM;
  }
}
