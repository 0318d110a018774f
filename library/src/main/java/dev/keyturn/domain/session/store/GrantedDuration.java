package dev.keyturn.domain.session.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The duration for which a session was granted, derived from its expiration, since AWS returns only
 * that.
 */
public final class GrantedDuration {

  /** The tolerance for the time of the call and an inexact clock. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private GrantedDuration() {}

  /** {@code wanted}, unless the time from {@code asked} to {@code expiration} clearly differs. */
  public static Duration of(Duration wanted, Instant asked, Instant expiration) {
    Duration measured = Duration.ofSeconds(Duration.between(asked, expiration).toSeconds());
    // Avoids Duration.abs, which uses BigDecimal: loading that takes as long as the call.
    boolean same = Math.abs(measured.minus(wanted).toMillis()) <= TOLERANCE.toMillis();
    return same ? wanted : measured;
  }
}
