package dev.keyturn.domain.session;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds and makes the sessions of plans. A session that holds is kept; what is missing is made with
 * as few calls and codes as the plan allows, and kept for every later process. Thread-safe as its
 * ports are.
 */
public final class Sessions {

  /**
   * The session of a plan.
   *
   * @param session the session
   * @param accessKeyId the long-term key it rests on
   * @param renewed whether it was made just now
   */
  public record Obtained(Session session, String accessKeyId, boolean renewed) {}

  /** One person answers one prompt: whoever waits for it waits no longer than this. */
  private static final Duration WAIT = Duration.ofMinutes(5);

  private final BaseCredentials bases;
  private final TokenService tokens;
  private final SessionStore store;
  private final KeyMemory memory;
  private final Devices devices;
  private final Codes codes;
  private final Locks locks;
  private final InstantSource clock;

  /** Built on its ports. */
  public Sessions(
      BaseCredentials bases,
      TokenService tokens,
      SessionStore store,
      KeyMemory memory,
      Devices devices,
      Codes codes,
      Locks locks,
      InstantSource clock) {
    this.bases = bases;
    this.tokens = tokens;
    this.store = store;
    this.memory = memory;
    this.devices = devices;
    this.codes = codes;
    this.locks = locks;
    this.clock = clock;
  }

  /**
   * The session of {@code plan}: one that is kept, if it satisfies {@code demand}, else a new one.
   *
   * @throws dev.keyturn.domain.failure.FailureException for every reason a login can fail
   */
  @SuppressWarnings("try") // the lock is held, not used
  public Obtained obtain(SessionPlan plan, Demand demand) {
    TokenService.Signer key = bases.of(plan);
    if (plan.steps().isEmpty()) {
      throw nothingToMake(plan.profile()).exception();
    }
    MfaDevice device = needsDevice(plan) ? devices.find(plan, key) : null;
    Optional<Session> kept = keptFor(plan, key, device, demand);
    if (kept.isPresent()) {
      return new Obtained(kept.get(), key.accessKeyId(), false);
    }
    String lock =
        "session " + key.accessKeyId() + " " + (device == null ? "" : device.serialNumber());
    try (Locks.Held held = locks.acquire(lock, WAIT)) {
      // Whoever held the lock may have made the very session meanwhile.
      return keptFor(plan, key, device, demand)
          .map(session -> new Obtained(session, key.accessKeyId(), false))
          .orElseGet(() -> new Making(plan, key, device, demand).run());
    }
  }

  private static Failure nothingToMake(String profile) {
    return new Failure.BadProfile(
        profile,
        "the credentials of profile '" + profile + "' are used as they are: no session is made",
        "keyturn explain " + profile);
  }

  private Optional<Session> keptFor(
      SessionPlan plan, TokenService.Signer key, @Nullable MfaDevice device, Demand demand) {
    return demand.force()
        ? Optional.empty()
        : kept(plan, key, device, plan.steps().size(), demand.remaining());
  }

  private Optional<Session> kept(
      SessionPlan plan,
      TokenService.Signer key,
      @Nullable MfaDevice device,
      int steps,
      Duration remaining) {
    Instant now = clock.instant();
    return store
        .find(SessionKey.of(plan, key.accessKeyId(), device, steps))
        .filter(session -> session.remaining(now).compareTo(remaining) >= 0);
  }

  private static boolean needsDevice(SessionPlan plan) {
    return plan.steps().stream().anyMatch(Step::mfa);
  }

  /** One run through a plan's steps. */
  private final class Making {

    private final SessionPlan plan;
    private final TokenService.Signer key;
    private final @Nullable MfaDevice device;
    private final Demand demand;
    private final WhoIs whoIs;

    Making(SessionPlan plan, TokenService.Signer key, @Nullable MfaDevice device, Demand demand) {
      this.plan = plan;
      this.key = key;
      this.device = device;
      this.demand = demand;
      this.whoIs = new WhoIs(tokens, memory, plan, key);
    }

    Obtained run() {
      List<Step> steps = plan.steps();
      int done = demand.force() ? 0 : lastKept(steps.size() - 1);
      @Nullable Session session = done == 0 ? null : kept(done).orElseThrow();
      for (int i = done; i < steps.size(); i++) {
        session = make(steps.get(i), session);
        store.save(SessionKey.of(plan, key.accessKeyId(), device, i + 1), session);
      }
      if (session == null) {
        throw new IllegalStateException("a plan has at least one step");
      }
      return new Obtained(session, key.accessKeyId(), true);
    }

    private int lastKept(int from) {
      int steps = from;
      while (steps > 0 && kept(steps).isEmpty()) {
        steps--;
      }
      return steps;
    }

    private Optional<Session> kept(int steps) {
      return Sessions.this.kept(plan, key, device, steps, Demand.VALID.remaining());
    }

    private Session make(Step step, @Nullable Session before) {
      TokenService.Signer signer =
          before == null ? key : TokenService.Signer.of(before.credentials());
      MfaDevice asked = device;
      if (!step.mfa() || asked == null) {
        return call(step, signer, null);
      }
      whoIs.start();
      try {
        Session session = codes.spend(plan, asked, mfa -> call(step, signer, mfa));
        memory.rememberDevice(key.accessKeyId(), asked);
        return session;
      } catch (FailureException e) {
        if (e.failure() instanceof Failure.UnknownDevice) {
          memory.forgetDevice(key.accessKeyId());
        }
        throw e;
      }
    }

    private Session call(Step step, TokenService.Signer signer, TokenService.@Nullable Mfa mfa) {
      Instant asked = clock.instant();
      if (step instanceof Step.AssumeRole role) {
        TokenService.AssumedRole assumed =
            tokens.assumeRole(plan.endpoints(), signer, role, sessionName(role), mfa);
        return session(
            role.duration(), assumed.credentials(), assumed.identity(), role.roleArn(), asked);
      }
      SessionCredentials credentials =
          tokens.getSessionToken(plan.endpoints(), signer, (Step.GetSessionToken) step, mfa);
      return session(step.duration(), credentials, whoIs.identity(), null, asked);
    }

    private Session session(
        Duration wanted,
        SessionCredentials credentials,
        @Nullable Identity identity,
        @Nullable String roleArn,
        Instant asked) {
      return new Session(
          credentials,
          identity,
          device,
          roleArn,
          Granted.of(wanted, asked, credentials.expiration()));
    }

    /**
     * A name that tells an auditor who it was, as STS allows it: the user's name if it is known.
     */
    private String sessionName(Step.AssumeRole role) {
      String given = role.sessionName();
      if (given != null) {
        return given;
      }
      return RoleSessionName.of(whoIs.identity());
    }
  }
}
