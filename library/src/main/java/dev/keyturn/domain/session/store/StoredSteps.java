package dev.keyturn.domain.session.store;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The stored sessions of a plan's steps.
 *
 * @param store the store
 * @param plan the plan
 * @param accessKeyId the long-term key it uses
 * @param device the device whose code it uses; null without MFA
 */
public record StoredSteps(
    SessionStore store, SessionPlan plan, String accessKeyId, @Nullable MfaDevice device) {

  public SessionKey key(int steps) {
    return SessionKey.of(plan, accessKeyId, device, steps);
  }

  /** The session that the first {@code steps} steps granted, expired or not. */
  public Optional<Session> find(int steps) {
    return store.find(key(steps));
  }

  /** The same, for using its secrets, see {@link SessionStore#open}. */
  public Optional<Session> open(int steps) {
    return store.open(key(steps));
  }

  /** The session that all steps granted, for reading its facts. */
  public Optional<Session> last() {
    return find(plan.steps().size());
  }

  /**
   * As {@link #open(int)}, if it is {@code wanted}: the key is not opened for any other session.
   */
  public Optional<Session> open(int steps, Predicate<Session> wanted) {
    return find(steps).filter(wanted).isPresent() ? open(steps).filter(wanted) : Optional.empty();
  }

  /**
   * Whether the plan's session should be renewed before it expires, because that needs no person:
   * it is made from a valid session, or with a code from a program.
   */
  public boolean isDue(Session last, RefreshWindow window, Instant now) {
    if (window.isDueSilently(last, now) && isRenewableSilently(window, now)) {
      return true;
    }
    return window.isDueAhead(last, now) && plan.needsCode() && plan.codes().disturbsNobody();
  }

  private boolean isRenewableSilently(RefreshWindow window, Instant now) {
    if (!plan.needsCode()) {
      return !plan.steps().isEmpty();
    }
    for (int steps = plan.steps().size() - 1; steps > 0; steps--) {
      if (find(steps).filter(session -> !window.isOver(session, now)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
