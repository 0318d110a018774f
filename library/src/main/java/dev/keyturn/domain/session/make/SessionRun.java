package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.SessionMaker.Obtained;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SharedState;
import dev.keyturn.domain.session.store.StoredSteps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Obtains the session of one plan: from the store; else, under a lock, from the store again, where
 * another process may have put it in the meantime; else by a call with the session of the previous
 * step. Steps are counted from 1.
 */
final class SessionRun {

  private static final String DENIED = "AccessDenied";

  /** A session younger than this was not refused because of its age. */
  private static final Duration OLD = Duration.ofMinutes(5);

  private final StoredSteps stored;
  private final SessionPlan plan;
  private final FreshnessRequirement demand;
  private final StepCalls calls;
  private final CodedStep coded;
  private final StepLocks locks;
  private final SharedState shared;
  private final Set<SessionKey> made;
  private final InstantSource clock;

  /** Takes its collaborators; sessions in {@code made} satisfy a demand for a new one. */
  SessionRun(
      StoredSteps stored,
      FreshnessRequirement demand,
      StepCalls calls,
      CodedStep coded,
      StepLocks locks,
      SharedState shared,
      Set<SessionKey> made,
      InstantSource clock) {
    this.stored = stored;
    this.plan = stored.plan();
    this.demand = demand;
    this.calls = calls;
    this.coded = coded;
    this.locks = locks;
    this.shared = shared;
    this.made = made;
    this.clock = clock;
  }

  /** The session of the whole plan; if the renewal fails, the one that is still valid. */
  Obtained obtain() {
    Optional<Session> valid =
        demand.force()
            ? Optional.empty()
            : stored.open(plan.steps().size(), session -> demand.isMetBy(session, clock.instant()));
    try {
      return obtained(after(plan.steps().size()));
    } catch (FailureException e) {
      return obtained(valid.orElseThrow(() -> e));
    }
  }

  private Obtained obtained(Session session) {
    boolean renewed = made.contains(stored.key(plan.steps().size()));
    return new Obtained(plan, session, stored.accessKeyId(), renewed);
  }

  /** Makes the session that takes a code, if it is needed and missing. */
  void prepare() {
    if (plan.needsCode() && usable(plan.steps().size()).isEmpty()) {
      after(1);
    }
  }

  /** The device whose code {@link #prepare} would use; null when it would use none. */
  @Nullable MfaDevice deviceToAsk() {
    boolean missing = usable(plan.steps().size()).isEmpty() && usable(1).isEmpty();
    return plan.needsCode() && missing ? stored.device() : null;
  }

  /**
   * The session after the first {@code steps} steps. A thread that has the lock of a step waits
   * only for locks of earlier steps.
   */
  @SuppressWarnings("try") // the lock is held, not used
  private Session after(int steps) {
    Optional<Session> found = usable(steps);
    if (found.isPresent()) {
      return found.get();
    }
    coded.begin(locks.name(1));
    try (Locks.Held held = locks.acquire(steps, coded.canAsk())) {
      return usable(steps).orElseGet(() -> make(steps));
    }
  }

  /** The stored session that satisfies the demand for {@code steps} steps. */
  private Optional<Session> usable(int steps) {
    if (demand.force()) {
      return made.contains(stored.key(steps)) ? stored.open(steps) : Optional.empty();
    }
    Instant now = clock.instant();
    return steps < plan.steps().size()
        ? stored.open(steps, session -> !demand.window().isOver(session, now))
        : stored.open(
            steps,
            session ->
                demand.isMetBy(session, now) && !stored.isDue(session, demand.window(), now));
  }

  private Session make(int steps) {
    calls.check();
    shared.sessions().prepare();
    Step step = plan.steps().get(steps - 1);
    MfaDevice device = stored.device();
    Session session =
        step.mfa() && device != null
            ? withCode(step, device, locks.name(steps))
            : withoutCode(step, steps);
    store(session, steps);
    return session;
  }

  private void store(Session session, int steps) {
    if (plan.base() instanceof Base.Changing source) {
      shared.keys().rememberChangingKey(source.profile(), stored.accessKeyId(), clock.instant());
    }
    shared.sessions().save(stored.key(steps), session);
    made.add(stored.key(steps));
  }

  private Session withCode(Step step, MfaDevice device, String lock) {
    coded.failWithOthers(lock);
    calls.openKey();
    if (coded.canAsk()) {
      calls.beginIdentityLookup();
    }
    shared.sessions().removeExpired(clock.instant());
    return coded.call(device, lock, mfa -> calls.first(step, mfa));
  }

  private Session withoutCode(Step step, int steps) {
    if (steps == 1) {
      return calls.first(step, null);
    }
    Session before = after(steps - 1);
    try {
      return calls.from(before, step);
    } catch (FailureException e) {
      if (!mayBeTooOld(before, e.failure()) || !coded.canAsk()) {
        throw e;
      }
      return calls.from(inPlaceOf(before, steps - 1), step);
    }
  }

  /** Whether AWS denied the call to this caller. */
  static boolean isDenied(Failure failure) {
    return failure instanceof AwsFailure.Refused refused && refused.code().equals(DENIED);
  }

  /** The same refusal with another hint. */
  static AwsFailure denied(String message, String hint) {
    return new AwsFailure.Refused(DENIED, message, hint);
  }

  /** A trust policy may require a code that is not older than some minutes. */
  private boolean mayBeTooOld(Session before, Failure failure) {
    Duration age = before.granted().minus(before.remaining(clock.instant()));
    return isDenied(failure)
        && before.device() != null
        && before.roleArn() == null
        && age.compareTo(OLD) > 0;
  }

  /** A session of the user that is newer than {@code old}: another process may have made one. */
  @SuppressWarnings("try") // the lock is held, not used
  private Session inPlaceOf(Session old, int steps) {
    Instant end = old.credentials().expiration();
    try (Locks.Held held = locks.acquire(steps, true)) {
      return stored
          .open(steps, found -> found.credentials().expiration().isAfter(end))
          .orElseGet(() -> make(steps));
    }
  }
}
