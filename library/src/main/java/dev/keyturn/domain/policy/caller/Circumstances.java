package dev.keyturn.domain.policy.caller;

import java.time.Duration;
import java.time.Instant;

/**
 * When and how a call is made.
 *
 * @param now the time of the call
 * @param age the age of the session and of the MFA code it was made with
 * @param viaService whether an AWS service makes the call for the caller
 */
public record Circumstances(Instant now, Duration age, boolean viaService) {

  /** The longest lifetime of a session with MFA: GetSessionToken with 129600 seconds. */
  public static final Duration OLDEST = Duration.ofHours(36);

  private static final Duration USUAL = Duration.ofMinutes(1);

  /** A call by the caller, a minute after the session was made. */
  public static Circumstances at(Instant now) {
    return new Circumstances(now, USUAL, false);
  }

  /** The same just before the longest session ends. */
  public Circumstances whenOld() {
    return new Circumstances(now, OLDEST, viaService);
  }

  /** The same, made by an AWS service. */
  public Circumstances viaAwsService() {
    return new Circumstances(now, age, true);
  }
}
