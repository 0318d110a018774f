package dev.keyturn.domain.mfa;

import java.time.Duration;

/**
 * The port to a source of MFA codes: an option, a terminal, a program. A source that implements
 * only {@link #code} has a single code and no user to talk to.
 */
public interface MfaCodeSource {

  /**
   * A code of {@code device}.
   *
   * @param device the device
   * @param purpose what the code is for, in display form: {@code alice (123456789012)} or a profile
   * @throws dev.keyturn.domain.failure.FailureException {@code NoTerminal} when there is nobody to
   *     ask, {@code Interrupted} when the person cancels, {@code Usage} for a malformed code that
   *     cannot be asked for again
   */
  MfaCode code(MfaDevice device, String purpose);

  /**
   * The message of a failure to get a code.
   *
   * @param why the obstacle, as a clause after "but"
   */
  static String missing(MfaDevice device, String profile, String why) {
    return "profile '" + profile + "' needs an MFA code from " + device + ", but " + why;
  }

  /** Whether a person can be asked. */
  default boolean isPresent() {
    return true;
  }

  /** Whether another code can be obtained after this one: false for a code given by option. */
  default boolean hasNext() {
    return false;
  }

  /** Whether a wrong code can be corrected by asking again: true only for a person. */
  default boolean canCorrect() {
    return false;
  }

  /** Says why another code is needed; called only where one can be obtained. */
  default void explain(String why) {
    throw new IllegalStateException("there is nobody to explain it to");
  }

  /**
   * Waits until the device shows its next code, and displays the time left if a person is present.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted}
   */
  default void awaitNext(Duration wait) {
    throw new IllegalStateException("there is no next code");
  }
}
