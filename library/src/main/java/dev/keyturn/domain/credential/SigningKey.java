package dev.keyturn.domain.credential;

import org.jspecify.annotations.Nullable;

/**
 * The secret half of credentials as something that signs. Signature Version 4 needs the secret for
 * one step alone, the key of the day; anyone who takes that step need not give the secret away, and
 * a hardware token does not.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
public interface SigningKey {

  /**
   * The key that requests of one day are signed with: the HMAC-SHA256 of the date under {@code
   * AWS4} and the secret.
   *
   * @param date the day in UTC, as {@code 20261128}
   * @throws dev.keyturn.domain.failure.FailureException when the secret cannot be reached
   */
  byte[] ofDay(String date);

  /** The secret itself; null where nothing can read it. */
  @Nullable Secret secret();

  /**
   * Makes sure that it can sign, and asks whatever a person has to be asked for that.
   *
   * @throws dev.keyturn.domain.failure.FailureException when the secret cannot be reached
   */
  default void open() {}
}
