package dev.keyturn.cli.adapter.loopback;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Session tokens of the instance metadata service. They are signed rather than stored, so that a
 * client that requests many uses no memory.
 *
 * <pre>
 * token = base64url(end nonce mac), end = 8 bytes, nonce = 8 bytes, mac = HMAC-SHA256(end nonce)
 * </pre>
 */
final class InstanceTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int CLAIM = 16;

  private final SecretKeySpec key;
  private final SecureRandom random;
  private final InstantSource clock;

  InstanceTokens(SecureRandom random, InstantSource clock) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
    this.random = random;
    this.clock = clock;
  }

  /** A token that is valid for {@code life}. */
  String issue(Duration life) {
    byte[] claim =
        ByteBuffer.allocate(CLAIM)
            .putLong(clock.instant().plus(life).getEpochSecond())
            .putLong(random.nextLong())
            .array();
    byte[] mac = mac(claim);
    byte[] token = ByteBuffer.allocate(claim.length + mac.length).put(claim).put(mac).array();
    return Base64.getUrlEncoder().encodeToString(token);
  }

  /** Whether {@code token} was issued here and is still valid. */
  boolean holds(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (bytes.length <= CLAIM) {
      return false;
    }
    byte[] claim = Arrays.copyOf(bytes, CLAIM);
    byte[] mac = Arrays.copyOfRange(bytes, CLAIM, bytes.length);
    Instant end = Instant.ofEpochSecond(ByteBuffer.wrap(claim).getLong() & 0xff_ffff_ffffL);
    return MessageDigest.isEqual(mac, mac(claim)) && clock.instant().isBefore(end);
  }

  private byte[] mac(byte[] claim) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(claim);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
