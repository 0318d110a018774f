package dev.keyturn.sandbox.checksum;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

/**
 * The checksum of an object or part.
 *
 * @param value base64; that of a composite ends with a dash and the number of parts
 */
public record ObjectChecksum(ChecksumAlgorithm algorithm, ChecksumType type, String value) {

  public static ObjectChecksum ofBytes(ChecksumAlgorithm algorithm, byte[] body) {
    return new ObjectChecksum(algorithm, ChecksumType.FULL_OBJECT, algorithm.text(body));
  }

  /** A checksum as a client states it, which may be wrong. */
  public static ObjectChecksum stated(ChecksumAlgorithm algorithm, String value) {
    return new ObjectChecksum(algorithm, ChecksumType.FULL_OBJECT, value);
  }

  /** The composite of parts with these checksums. */
  public static ObjectChecksum ofParts(ChecksumAlgorithm algorithm, List<String> sums) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    sums.forEach(sum -> all.writeBytes(Base64.getDecoder().decode(sum)));
    String value = algorithm.text(all.toByteArray()) + "-" + sums.size();
    return new ObjectChecksum(algorithm, ChecksumType.COMPOSITE, value);
  }

  public ChecksumMode mode() {
    return new ChecksumMode(algorithm, type);
  }

  /** Whether a client means this one; it may leave out the number of parts. */
  public boolean is(String given) {
    return value.equals(given) || value.startsWith(given + "-");
  }
}
