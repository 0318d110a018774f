package dev.keyturn.sandbox.s3.payload;

import dev.keyturn.sandbox.action.AwsError;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * The checksums a client sends beside a body.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">S3
 *     User Guide, checking object integrity</a>
 */
public final class Checksums {
  public static final String PREFIX = "x-amz-checksum-";

  private Checksums() {}

  /**
   * Passes when the header or trailer is not a checksum, or the right one.
   *
   * @param name in lower case
   * @throws AwsError BadDigest
   */
  public static void require(String name, String value, byte[] body) {
    String algorithm =
        name.equals("content-md5")
            ? "md5"
            : name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
    byte[] expected = of(algorithm, body);
    if (expected != null && !Base64.getEncoder().encodeToString(expected).equals(value)) {
      String shown = algorithm.equals("md5") ? "Content-MD5" : algorithm.toUpperCase(Locale.ROOT);
      throw new AwsError(
          400, "BadDigest", "The " + shown + " you specified did not match what we received.");
    }
  }

  private static byte @Nullable [] of(String algorithm, byte[] body) {
    return switch (algorithm) {
      case "md5" -> digest("MD5", body);
      case "sha1" -> digest("SHA-1", body);
      case "sha256" -> digest("SHA-256", body);
      case "crc64nvme" -> longCrc(body);
      case "crc32" -> crc(new CRC32(), body);
      case "crc32c" -> crc(new CRC32C(), body);
      default -> null;
    };
  }

  private static byte[] longCrc(byte[] body) {
    Checksum checksum = new Crc64Nvme();
    checksum.update(body);
    return ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
  }

  private static byte[] crc(Checksum checksum, byte[] body) {
    checksum.update(body);
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
  }

  private static byte[] digest(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
