package dev.keyturn.domain.session.store;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are kept of a plan's steps.
 *
 * @param store keeps them
 * @param plan the plan
 * @param accessKeyId the long-term key it rests on
 * @param device the device whose code it uses; null without MFA
 */
public record StoredSteps(
    SessionStore store, SessionPlan plan, String accessKeyId, @Nullable MfaDevice device) {

  public SessionKey key(int steps) {
    return SessionKey.of(plan, accessKeyId, device, steps);
  }

  /** What the first {@code steps} steps granted, expired or not. */
  public Optional<Session> find(int steps) {
    return store.find(key(steps));
  }

  /** The same, to use its secrets, see {@link SessionStore#open}. */
  public Optional<Session> open(int steps) {
    return store.open(key(steps));
  }

  /** What all steps granted, to look at. */
  public Optional<Session> last() {
    return find(plan.steps().size());
  }

  /** As {@link #open(int)}, if it is {@code wanted}: nobody is asked for the key of another one. */
  public Optional<Session> open(int steps, Predicate<Session> wanted) {
    return find(steps).filter(wanted).isPresent() ? open(steps).filter(wanted) : Optional.empty();
  }

  /**
   * Whether the plan's session ought to be renewed before its end, because that asks nobody: it is
   * made from a valid session, or by the code of a program.
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
