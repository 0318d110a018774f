package dev.keyturn.domain.credential;

import dev.keyturn.domain.credential.Secret.Reveal;
import java.nio.charset.StandardCharsets;

/**
 * A secret that this process can read.
 *
 * @param secret the secret access key
 */
public record ReadableKey(Secret secret) implements SigningKey {

  private static final String PREFIX = "AWS4";

  @Override
  public byte[] ofDay(String date) {
    return Hmac.SHA_256.of(hmacKey(secret), date.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of {@code secret}, for a signer that is not in this process. */
  public static byte[] hmacKey(Secret secret) {
    return (PREFIX + secret.reveal(Reveal.SIGN)).getBytes(StandardCharsets.UTF_8);
  }
}
