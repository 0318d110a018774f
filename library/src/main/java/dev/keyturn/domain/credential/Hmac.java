package dev.keyturn.domain.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Message authentication with a key in memory (RFC 2104). Built on the message digest, because
 * Java's own {@code Mac} first starts five security providers, which takes as long as the rest of a
 * login.
 */
public enum Hmac {
  /** For one-time passwords. */
  SHA_1("HmacSHA1", "SHA-1", 64),
  /** For signatures of requests. */
  SHA_256("HmacSHA256", "SHA-256", 64),
  /** For one-time passwords of few services. */
  SHA_512("HmacSHA512", "SHA-512", 128);

  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final String algorithm;
  private final String digest;
  private final int block;

  Hmac(String algorithm, String digest, int block) {
    this.algorithm = algorithm;
    this.digest = digest;
    this.block = block;
  }

  /** The name of the algorithm in Java. */
  public String algorithm() {
    return algorithm;
  }

  /** The code of {@code message} under {@code key}. */
  public byte[] of(byte[] key, byte[] message) {
    try {
      MessageDigest hash = MessageDigest.getInstance(digest);
      byte[] filled = Arrays.copyOf(key.length > block ? hash.digest(key) : key, block);
      hash.update(masked(filled, INNER));
      byte[] inner = hash.digest(message);
      hash.update(masked(filled, OUTER));
      return hash.digest(inner);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + digest, e);
    }
  }

  private static byte[] masked(byte[] key, byte mask) {
    byte[] masked = new byte[key.length];
    for (int i = 0; i < key.length; i++) {
      masked[i] = (byte) (key[i] ^ mask);
    }
    return masked;
  }
}
