package dev.keyturn.sandbox.s3.payload;

import static java.util.Objects.requireNonNull;

import dev.keyturn.sandbox.action.AwsError;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
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
    if (name.equals("content-md5")) {
      if (!text(digest("MD5", body)).equals(value)) {
        throw new AwsError(
            400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
      }
      return;
    }
    String algorithm = algorithm(name);
    byte[] expected = of(algorithm, body);
    if (expected != null) {
      requireForm(name, value, expected.length);
      require(text(expected).equals(value), algorithm.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Passes when the header is not a checksum, or that of an object made of these parts: the
   * checksum of all, or that of the parts' checksums, with or without a dash and their number.
   *
   * @param name in lower case
   * @throws AwsError BadDigest
   */
  public static void require(String name, String value, List<byte[]> parts) {
    String algorithm = algorithm(name);
    if (of(algorithm, new byte[0]) == null) {
      // Nothing to compare with, so the parts are not copied.
      return;
    }
    byte[] whole = requireNonNull(of(algorithm, joined(parts)));
    byte[] sums = joined(parts.stream().map(part -> requireNonNull(of(algorithm, part))).toList());
    String ofSums = text(requireNonNull(of(algorithm, sums)));
    String number = "-" + parts.size();
    requireForm(name, value.replaceFirst("-[0-9]+$", ""), whole.length);
    boolean isWhole = algorithm.startsWith("crc") && value.equals(text(whole));
    require(isWhole || value.equals(ofSums) || value.equals(ofSums + number), algorithm);
  }

  /** Whether this is the checksum of the body; also for an algorithm that nobody knows. */
  public static boolean fits(String algorithm, String value, byte[] body) {
    byte[] expected = of(algorithm.toLowerCase(Locale.ROOT), body);
    return expected == null || text(expected).equals(value);
  }

  private static String algorithm(String header) {
    return header.startsWith(PREFIX) ? header.substring(PREFIX.length()) : "";
  }

  private static void requireForm(String header, String value, int length) {
    try {
      if (Base64.getDecoder().decode(value).length == length) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Not base64 at all: refused like a value of another length.
    }
    throw new AwsError(400, "InvalidRequest", "Value for " + header + " header is invalid.");
  }

  private static void require(boolean isRight, String algorithm) {
    if (!isRight) {
      throw new AwsError(
          400,
          "BadDigest",
          "The " + algorithm + " you specified did not match the calculated checksum.");
    }
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static String text(byte[] sum) {
    return Base64.getEncoder().encodeToString(sum);
  }

  private static byte @Nullable [] of(String algorithm, byte[] body) {
    return switch (algorithm) {
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
