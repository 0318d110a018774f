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

  /** How old it is. */
  public Duration age(Instant now) {
    return Duration.between(created, now);
  }

  public boolean isActive() {
    return status == KeyStatus.ACTIVE;
  }
}
