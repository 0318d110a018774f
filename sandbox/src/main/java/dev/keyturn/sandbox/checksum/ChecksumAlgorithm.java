package dev.keyturn.sandbox.checksum;

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
 * The algorithms of S3's checksums, by the names of its API.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">S3
 *     User Guide, checking object integrity</a>
 */
public enum ChecksumAlgorithm {
  CRC32,
  CRC32C,
  CRC64NVME,
  SHA1,
  SHA256;

  private static final String HEADER = "x-amz-checksum-";

  /** The algorithm of this name, or null; upper and lower case are the same. */
  public static @Nullable ChecksumAlgorithm named(String name) {
    for (ChecksumAlgorithm algorithm : values()) {
      if (algorithm.name().equalsIgnoreCase(name)) {
        return algorithm;
      }
    }
    return null;
  }

  /** The algorithm whose checksum is the value of this header, or null; in lower case. */
  public static @Nullable ChecksumAlgorithm ofHeader(String header) {
    return header.startsWith(HEADER) ? named(header.substring(HEADER.length())) : null;
  }

  /** The name as most messages have it. */
  public String lowerName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The header with the checksum. */
  public String header() {
    return HEADER + lowerName();
  }

  /** The XML element with the checksum. */
  public String element() {
    return "Checksum" + name();
  }

  /** Whether the checksum of a whole follows from those of its parts. */
  public boolean isCrc() {
    return switch (this) {
      case CRC32, CRC32C, CRC64NVME -> true;
      case SHA1, SHA256 -> false;
    };
  }

  /** The checksum in base64. */
  public String text(byte[] body) {
    return Base64.getEncoder().encodeToString(digest(body));
  }

  /** Whether the text can be a checksum: base64 as it is written, of the right length. */
  public boolean canBe(String text) {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      return decoded.length == length() && Base64.getEncoder().encodeToString(decoded).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private int length() {
    return switch (this) {
      case CRC32, CRC32C -> Integer.BYTES;
      case CRC64NVME -> Long.BYTES;
      case SHA1 -> 20;
      case SHA256 -> 32;
    };
  }

  private byte[] digest(byte[] body) {
    return switch (this) {
      case CRC32 -> shortCrc(new CRC32(), body);
      case CRC32C -> shortCrc(new CRC32C(), body);
      case CRC64NVME -> ByteBuffer.allocate(Long.BYTES).putLong(crc(new Crc64Nvme(), body)).array();
      case SHA1 -> digest("SHA-1", body);
      case SHA256 -> digest("SHA-256", body);
    };
  }

  private static byte[] shortCrc(Checksum checksum, byte[] body) {
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc(checksum, body)).array();
  }

  private static long crc(Checksum checksum, byte[] body) {
    checksum.update(body, 0, body.length);
    return checksum.getValue();
  }

  private static byte[] digest(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
