package dev.keyturn.domain.mfa;

import dev.keyturn.domain.credential.Hmac;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Time-based one-time passwords as AWS's virtual devices use them: SHA-1, six digits, 30 seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class Totp {

  /** How long a device shows one code. */
  public static final Duration STEP = Duration.ofSeconds(30);

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int DIGITS = 6;

  private final UnaryOperator<byte[]> hmac;
  private final int digits;
  private final Duration step;

  /** A device of a service other than AWS. */
  Totp(UnaryOperator<byte[]> hmac, int digits, Duration step) {
    this.hmac = hmac;
    this.digits = digits;
    this.step = step;
  }

  /** The device whose seed is the key of {@code hmac}, which computes HMAC-SHA1. */
  public static Totp of(UnaryOperator<byte[]> hmac) {
    return new Totp(hmac, DIGITS, STEP);
  }

  /**
   * The device with this seed.
   *
   * @param seed base32 text (RFC 4648) as IAM gives it; case, blanks and padding do not matter
   * @throws IllegalArgumentException when it is not base32; the message does not repeat it
   */
  public static Totp ofBase32(String seed) {
    byte[] key = bytesOfBase32(seed);
    return of(message -> Hmac.SHA_1.of(key, message));
  }

  /**
   * The code at {@code instant}, for AWS.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when it does not have six digits
   */
  public MfaCode at(Instant instant) {
    return MfaCode.parse(textAt(instant));
  }

  /** The digits at {@code instant}, with the length of the device. */
  public String textAt(Instant instant) {
    long counter = Math.floorDiv(instant.getEpochSecond(), step.toSeconds());
    byte[] hash = hmac.apply(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
    int offset = hash[hash.length - 1] & 0x0f;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    String all = String.format(Locale.ROOT, "%010d", number);
    return all.substring(all.length() - digits);
  }

  /** How long after {@code instant} the next code of an AWS device begins. */
  public static Duration untilNext(Instant instant) {
    return untilNext(instant, STEP);
  }

  /** How long after {@code instant} this device shows its next code. */
  public Duration left(Instant instant) {
    return untilNext(instant, step);
  }

  private static Duration untilNext(Instant instant, Duration step) {
    long seconds = step.toSeconds();
    return Duration.ofSeconds(seconds - Math.floorMod(instant.getEpochSecond(), seconds));
  }

  /**
   * The bytes of a seed.
   *
   * @throws IllegalArgumentException as {@link #ofBase32}
   */
  public static byte[] bytesOfBase32(String seed) {
    String text = seed.replace(" ", "").replace("=", "").toUpperCase(Locale.ROOT);
    byte[] bytes = new byte[text.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = BASE32.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("the secret key is not base32");
      }
      buffer = buffer << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }
}
