package dev.keyturn.domain.session.make;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService.Mfa;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.GrantedDuration;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.Session;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one plan: the first is signed with its key, each later one with the previous
 * session.
 */
final class StepCalls {

  private final TokenService tokens;
  private final SessionPlan plan;
  private final Signer key;
  private final @Nullable MfaDevice device;
  private final InstantSource clock;
  private final CallerIdentityLookup caller;

  StepCalls(
      TokenService tokens,
      KeyMemory memory,
      SessionPlan plan,
      Signer key,
      @Nullable MfaDevice device,
      InstantSource clock) {
    this.tokens = tokens;
    this.plan = plan;
    this.key = key;
    this.device = device;
    this.clock = clock;
    this.caller = new CallerIdentityLookup(tokens, memory, plan, key);
  }

  /** Checks that a call can be tried, before asking for its code. */
  void check() {
    tokens.check(plan.endpoints());
  }

  /**
   * Opens the store that contains the key before asking for a code, which would expire in the
   * meantime.
   */
  void openKey() {
    key.key().open();
  }

  /** Starts to look up the identity of the key, while the user types the code. */
  void beginIdentityLookup() {
    caller.start();
  }

  /** What {@code step} grants to the plan's key. */
  Session first(Step step, @Nullable Mfa mfa) {
    return call(step, key, mfa);
  }

  /** What {@code step} grants to the session {@code before}. */
  Session from(Session before, Step step) {
    return call(step, Signer.of(before.credentials()), null);
  }

  private Session call(Step step, Signer signer, @Nullable Mfa mfa) {
    Instant asked = clock.instant();
    if (step instanceof Step.AssumeRole role) {
      AssumedRole assumed =
          tokens.assumeRole(plan.endpoints(), signer, role, sessionName(role), mfa);
      return session(step, asked, assumed.credentials(), assumed.identity(), role.roleArn());
    }
    SessionCredentials granted =
        tokens.getSessionToken(plan.endpoints(), signer, (Step.GetSessionToken) step, mfa);
    return session(step, asked, granted, caller.identity(), null);
  }

  private Session session(
      Step step,
      Instant asked,
      SessionCredentials granted,
      @Nullable Identity identity,
      @Nullable String roleArn) {
    return new Session(
        granted,
        identity,
        device,
        roleArn,
        GrantedDuration.of(step.duration(), asked, granted.expiration()));
  }

  /** A name that shows the user in CloudTrail: the user's name if it is known. */
  private String sessionName(Step.AssumeRole role) {
    String given = role.parameters().sessionName();
    return given != null ? given : RoleSessionName.of(caller.identity());
  }
}
