package dev.keyturn.domain.session.store;

import java.time.Duration;
import java.time.Instant;

/** How long a session was granted for, which AWS says only by its end. */
public final class GrantedDuration {

  /** What a call and a clock that is a little off may take away from what was asked for. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private GrantedDuration() {}

  /**
   * {@code wanted}, unless the time from {@code asked} to {@code expiration} is clearly another.
   */
  public static Duration of(Duration wanted, Instant asked, Instant expiration) {
    Duration measured = Duration.ofSeconds(Duration.between(asked, expiration).toSeconds());
    // Not Duration.abs, which calculates with BigDecimal: to start that takes as long as the call.
    boolean same = Math.abs(measured.minus(wanted).toMillis()) <= TOLERANCE.toMillis();
    return same ? wanted : measured;
  }
}
