package dev.keyturn.domain.iam;

import java.time.Duration;
import java.time.Instant;

/**
 * An access key as IAM lists it.
 *
 * @param id its id
 * @param status whether AWS accepts it
 * @param created when it was created
 */
public record UserKey(String id, KeyStatus status, Instant created) {

  /** AWS accepts requests from clocks that differ by up to this much. */
  private static final Duration CLOCKS = Duration.ofMinutes(15);

  /** How old it is. */
  public Duration age(Instant now) {
    return Duration.between(created, now);
  }

  /** Whether a request at {@code time}, by the clock of this computer, may have created it. */
  public boolean mayBeCreatedAt(Instant time) {
    return Duration.between(time, created).abs().compareTo(CLOCKS) < 0;
  }

  public boolean isActive() {
    return status == KeyStatus.ACTIVE;
  }
}
