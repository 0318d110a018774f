package dev.keyturn.domain.credential;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Message authentication with a key that is in memory (RFC 2104). */
public enum Hmac {
  /** For one-time passwords. */
  SHA_1("HmacSHA1"),
  /** For signatures of requests. */
  SHA_256("HmacSHA256"),
  /** For one-time passwords of few services. */
  SHA_512("HmacSHA512");

  private final String algorithm;

  Hmac(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The name that Java's providers know it by. */
  public String algorithm() {
    return algorithm;
  }

  /** The code of {@code message} under {@code key}. */
  public byte[] of(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
