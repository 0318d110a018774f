package dev.keyturn.domain.mfa;

import java.time.Duration;

/**
 * The port to anyone who knows the code: an option, a terminal, a program. One that answers nothing
 * but {@link #code} has one code to give, and nobody to talk to.
 */
public interface MfaCodeSource {

  /**
   * A code of {@code device}.
   *
   * @param device the device
   * @param purpose for whom, as a person reads it: {@code alice (123456789012)} or a profile
   * @throws dev.keyturn.domain.failure.FailureException {@code NoTerminal} when there is nobody to
   *     ask, {@code Interrupted} when the person gives up, {@code Usage} for a code of a wrong
   *     shape that cannot be asked again
   */
  MfaCode code(MfaDevice device, String purpose);

  /**
   * The message of a failure to get a code.
   *
   * @param why what is in the way, to follow a "but"
   */
  static String missing(MfaDevice device, String profile, String why) {
    return "profile '" + profile + "' needs an MFA code from " + device + ", but " + why;
  }

  /** Whether there is anybody to ask. */
  default boolean isPresent() {
    return true;
  }

  /** Whether the next code can be had after this one: false for one that was given by option. */
  default boolean hasNext() {
    return false;
  }

  /** Whether a wrong code can be corrected by asking again: true for a person alone. */
  default boolean canCorrect() {
    return false;
  }

  /** Says why another code is needed; called only where one can be had. */
  default void explain(String why) {
    throw new IllegalStateException("there is nobody to explain it to");
  }

  /**
   * Waits until the device shows its next code, showing the time left where a person looks on.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted}
   */
  default void awaitNext(Duration wait) {
    throw new IllegalStateException("there is no next code");
  }
}
