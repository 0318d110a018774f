package dev.keyturn.domain.session.make;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.FailedAttempts;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.GrantedDuration;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import dev.keyturn.domain.session.store.StoredSteps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds and makes the sessions of plans. A session that holds is kept; what is missing is made with
 * as few calls and codes as the plan allows, and kept for every later process. Thread-safe as its
 * ports are.
 */
public final class SessionMaker {

  /**
   * The session of a plan.
   *
   * @param plan how it is made
   * @param session the session
   * @param accessKeyId the key it rests on
   * @param renewed whether it was made here, and not found
   */
  public record Obtained(SessionPlan plan, Session session, String accessKeyId, boolean renewed) {}

  /** One person answers one prompt: whoever waits for it waits no longer than this. */
  private static final Duration WAIT = Duration.ofMinutes(5);

  /** For the answer to a prompt elsewhere, where nobody can be asked here. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  /** A session that is younger was not refused for its age. */
  private static final Duration OLD = Duration.ofMinutes(5);

  private final BaseCredentials bases;
  private final TokenService tokens;
  private final SessionStore store;
  private final KeyMemory memory;
  private final Devices devices;
  private final CodeSpending codes;
  private final FailedAttempts attempts;
  private final Locks locks;
  private final InstantSource clock;

  /** What was made here, and so is new enough for whoever demands a new session. */
  private final Set<SessionKey> made = ConcurrentHashMap.newKeySet();

  /** Built on its ports. */
  public SessionMaker(
      BaseCredentials bases,
      TokenService tokens,
      SessionStore store,
      KeyMemory memory,
      Devices devices,
      CodeSpending codes,
      FailedAttempts attempts,
      Locks locks,
      InstantSource clock) {
    this.bases = bases;
    this.tokens = tokens;
    this.store = store;
    this.memory = memory;
    this.devices = devices;
    this.codes = codes;
    this.attempts = attempts;
    this.locks = locks;
    this.clock = clock;
  }

  /**
   * The session of {@code plan}: one that is kept, if it satisfies {@code demand}, else a new one.
   * One that ends soon is renewed where that asks nobody; if it cannot be, it is handed out as long
   * as it holds.
   *
   * @throws dev.keyturn.domain.failure.FailureException for every reason a login can fail
   */
  public Obtained obtain(SessionPlan plan, FreshnessRequirement demand) {
    return making(plan, demand).obtain();
  }

  /**
   * Makes that session of {@code plan} which takes a code, if it is needed and not there.
   *
   * @throws dev.keyturn.domain.failure.FailureException for every reason a login can fail
   */
  public void prepare(SessionPlan plan, FreshnessRequirement demand) {
    making(plan, demand).prepare();
  }

  private Making making(SessionPlan wanted, FreshnessRequirement demand) {
    TokenService.Signer key = bases.of(wanted);
    if (wanted.steps().isEmpty()) {
      throw nothingToMake(wanted.profile()).exception();
    }
    SessionPlan plan = key.sessionToken() == null ? wanted : wanted.ofSessionKeys();
    MfaDevice device = plan.needsCode() ? devices.find(plan, key) : null;
    return new Making(plan, key, device, demand);
  }

  private static Failure nothingToMake(String profile) {
    return new ProfileFailure.Bad(
        profile,
        "the credentials of profile '" + profile + "' are used as they are: no session is made",
        "keyturn explain " + profile);
  }

  /** One run through a plan's steps. */
  private final class Making {

    private final SessionPlan plan;
    private final TokenService.Signer key;
    private final @Nullable MfaDevice device;
    private final FreshnessRequirement demand;
    private final StoredSteps kept;
    private final CallerIdentityLookup whoIs;

    /** How many attempts for the code had failed before this one; negative until it is asked. */
    private long failedBefore = -1;

    Making(
        SessionPlan plan,
        TokenService.Signer key,
        @Nullable MfaDevice device,
        FreshnessRequirement demand) {
      this.plan = plan;
      this.key = key;
      this.device = device;
      this.demand = demand;
      this.kept = new StoredSteps(store, plan, key.accessKeyId(), device);
      this.whoIs = new CallerIdentityLookup(tokens, memory, plan, key);
    }

    Obtained obtain() {
      Optional<Session> holds =
          demand.force()
              ? Optional.empty()
              : kept.last().filter(session -> demand.isMetBy(session, clock.instant()));
      Optional<Session> fresh = holds.filter(session -> !isDue(session));
      if (fresh.isPresent()) {
        return obtained(fresh.get());
      }
      try {
        return obtained(after(plan.steps().size()));
      } catch (FailureException e) {
        return obtained(holds.orElseThrow(() -> e));
      }
    }

    private Obtained obtained(Session session) {
      boolean renewed = made.contains(kept.key(plan.steps().size()));
      return new Obtained(plan, session, key.accessKeyId(), renewed);
    }

    void prepare() {
      if (plan.needsCode() && usable(plan.steps().size()).isEmpty()) {
        after(1);
      }
    }

    /**
     * The session after the first {@code steps} steps. Only one process makes it, and those that
     * waited for it take it from the records. Who holds the lock of a step waits only for locks of
     * steps before it.
     */
    @SuppressWarnings("try") // the lock is held, not used
    private Session after(int steps) {
      Optional<Session> there = usable(steps);
      if (there.isPresent()) {
        return there.get();
      }
      if (failedBefore < 0) {
        failedBefore = attempts.count(lock(1));
      }
      try (Locks.Held held = acquire(steps)) {
        return usable(steps).orElseGet(() -> make(steps));
      }
    }

    private Locks.Held acquire(int steps) {
      boolean nobody = plan.steps().get(steps - 1).mfa() && !codes.canAsk(plan);
      try {
        return locks.acquire(lock(steps), nobody ? SHORT_WAIT : WAIT);
      } catch (FailureException e) {
        if (nobody && e.failure() instanceof FileFailure.Busy busy) {
          throw new Failure.NoTerminal(
                  "process "
                      + busy.holder()
                      + " is waiting for an MFA code, and there is no terminal to ask on here",
                  "answer it there, or run: keyturn login " + plan.profile())
              .exception(e);
        }
        throw e;
      }
    }

    private Optional<Session> usable(int steps) {
      if (demand.force()) {
        return made.contains(kept.key(steps)) ? kept.find(steps) : Optional.empty();
      }
      Instant now = clock.instant();
      return steps < plan.steps().size()
          ? kept.find(steps).filter(session -> !demand.window().isOver(session, now))
          : kept.last().filter(session -> demand.isMetBy(session, now) && !isDue(session));
    }

    private boolean isDue(Session last) {
      return kept.isDue(last, demand.window(), clock.instant());
    }

    /** A device gives one code at a time, whatever it is for. */
    private String lock(int steps) {
      if (plan.steps().get(steps - 1) instanceof Step.AssumeRole role && !role.mfa()) {
        String options = Integer.toHexString(kept.key(steps).hashCode());
        return "session of " + role.roleArn() + " by " + key.accessKeyId() + " " + options;
      }
      return "session " + key.accessKeyId() + " " + (device == null ? "" : device.serialNumber());
    }

    private Session make(int steps) {
      tokens.check(plan.endpoints());
      Step step = plan.steps().get(steps - 1);
      MfaDevice asked = device;
      Session session =
          step.mfa() && asked != null
              ? withCode(step, asked, lock(steps))
              : withoutCode(step, steps == 1 ? null : after(steps - 1), steps);
      return keep(session, steps);
    }

    private Session keep(Session session, int steps) {
      if (plan.base() instanceof Base.CredentialProcess program) {
        memory.rememberKeyOfProgram(program.profile(), key.accessKeyId(), clock.instant());
      }
      store.save(kept.key(steps), session);
      made.add(kept.key(steps));
      return session;
    }

    private Session withCode(Step step, MfaDevice asked, String lock) {
      if (codes.asks(plan)) {
        attempts
            .since(lock, failedBefore)
            .ifPresent(failure -> {
              throw failure.exception();
            });
      }
      whoIs.start();
      store.removeExpired(clock.instant());
      try {
        Session session = codes.spend(plan, asked, mfa -> call(step, key, mfa));
        memory.rememberDevice(key.accessKeyId(), asked);
        return session;
      } catch (FailureException e) {
        // A code that was given beforehand was somebody's own.
        if (codes.asks(plan) && Nature.concernsAllWithTheSameKey(e.failure())) {
          attempts.note(lock, e.failure());
        }
        if (e.failure() instanceof AwsFailure.UnknownDevice unknown
            && unknown.device().equals(asked.serialNumber())) {
          memory.forgetDevice(key.accessKeyId());
        }
        throw e;
      }
    }

    private Session withoutCode(Step step, @Nullable Session before, int steps) {
      if (before == null) {
        return call(step, key, null);
      }
      try {
        return call(step, TokenService.Signer.of(before.credentials()), null);
      } catch (FailureException e) {
        if (!mayBeTooOld(before, e.failure()) || !codes.canAsk(plan)) {
          throw e;
        }
        Session fresh = inPlaceOf(before, steps - 1);
        return call(step, TokenService.Signer.of(fresh.credentials()), null);
      }
    }

    /** A trust policy may ask for a code that is not older than some minutes. */
    private boolean mayBeTooOld(Session before, Failure failure) {
      Duration age = before.granted().minus(before.remaining(clock.instant()));
      return failure instanceof AwsFailure.Refused refused
          && refused.code().equals("AccessDenied")
          && before.device() != null
          && before.roleArn() == null
          && age.compareTo(OLD) > 0;
    }

    /** A session of the user that is newer than {@code old}: another process may have made one. */
    @SuppressWarnings("try") // the lock is held, not used
    private Session inPlaceOf(Session old, int steps) {
      try (Locks.Held held = locks.acquire(lock(steps), WAIT)) {
        Optional<Session> newer =
            kept.find(steps)
                .filter(
                    it -> it.credentials().expiration().isAfter(old.credentials().expiration()));
        return newer.orElseGet(() -> make(steps));
      }
    }

    private Session call(Step step, TokenService.Signer signer, TokenService.@Nullable Mfa mfa) {
      Instant asked = clock.instant();
      if (step instanceof Step.AssumeRole role) {
        AssumedRole assumed =
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
          GrantedDuration.of(wanted, asked, credentials.expiration()));
    }

    /**
     * A name that tells an auditor who it was, as STS allows it: the user's name if it is known.
     */
    private String sessionName(Step.AssumeRole role) {
      String given = role.parameters().sessionName();
      if (given != null) {
        return given;
      }
      return RoleSessionName.of(whoIs.identity());
    }
  }
}
