package dev.keyturn.domain.iam;

import java.time.Instant;

/** The port to AWS's clock, which policies and MFA codes are checked against. Thread-safe. */
public interface AwsClock {

  /**
   * AWS's time in whole seconds, up to a second old.
   *
   * @throws dev.keyturn.domain.failure.FailureException as every call to AWS
   */
  Instant now(IamCaller caller);
}
