package dev.keyturn.domain.credential;

import org.jspecify.annotations.Nullable;

/**
 * The secret half of credentials, as a signer. Signature Version 4 needs the secret for a single
 * step, the signing key of the day; an implementation that takes this step itself, such as a
 * hardware token, never gives the secret out.
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
   * Makes sure that it can sign, and asks the user for a passphrase or PIN if it needs one.
   *
   * @throws dev.keyturn.domain.failure.FailureException when the secret cannot be reached
   */
  default void open() {}
}
