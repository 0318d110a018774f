package dev.keyturn.domain.iam;

import java.time.Instant;

/** The port to the clock of AWS, by which policies and MFA codes are judged. Thread-safe. */
public interface AwsClock {

  /**
   * What time it is there, in whole seconds: up to a second ago.
   *
   * @throws dev.keyturn.domain.failure.FailureException as every call of AWS
   */
  Instant now(IamCaller caller);
}
