package dev.keyturn.domain.session.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How fresh a session has to be.
 *
 * @param force whether to make a new one in any case
 * @param remaining the minimum remaining lifetime of a stored session; zero for no requirement
 * @param window when a session is renewed before its end
 */
public record FreshnessRequirement(boolean force, Duration remaining, RefreshWindow window) {

  /** Any valid session. */
  public static final FreshnessRequirement VALID =
      new FreshnessRequirement(false, Duration.ZERO, RefreshWindow.DEFAULT);

  /** A session with at least {@code remaining} left. */
  public static FreshnessRequirement remaining(Duration remaining) {
    return new FreshnessRequirement(false, remaining, RefreshWindow.DEFAULT);
  }

  /** A new session. */
  public static FreshnessRequirement renewed() {
    return new FreshnessRequirement(true, Duration.ZERO, RefreshWindow.DEFAULT);
  }

  /** The same, with other windows. */
  public FreshnessRequirement within(RefreshWindow other) {
    return new FreshnessRequirement(force, remaining, other);
  }

  /** Whether {@code session} satisfies it, if no new session is demanded. */
  public boolean isMetBy(Session session, Instant now) {
    return session.remaining(now).compareTo(remaining) >= 0 && !window.isOver(session, now);
  }
}
