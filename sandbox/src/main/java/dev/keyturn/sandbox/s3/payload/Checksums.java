package dev.keyturn.sandbox.s3.payload;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.s3.wire.S3Error;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checksums that a client sends with a body, and those that S3 returns.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">S3
 *     User Guide, checking object integrity</a>
 */
public final class Checksums {
  public static final String PREFIX = "x-amz-checksum-";

  static final String NAMED = "x-amz-sdk-checksum-algorithm";

  private static final String MD5 = "content-md5";

  private static final String TRAILER = "x-amz-trailer";

  private static final String TYPE = "x-amz-checksum-type";

  /** Headers about checksums other than their values. */
  private static final Set<String> ABOUT =
      Set.of(TYPE, "x-amz-checksum-algorithm", "x-amz-checksum-mode");

  private Checksums() {}

  /** Whether a header is about checksums that the sandbox can compute; in lower case. */
  public static boolean knows(String header) {
    return ChecksumAlgorithm.ofHeader(header) != null || ABOUT.contains(header);
  }

  /**
   * The checksum of a body in its headers and trailers, after it was verified; null without one.
   *
   * @param headers by lower-case name
   * @throws AwsError InvalidRequest for more than one, or if the one that is named is missing or
   *     another; BadDigest; NotImplemented for an algorithm that the sandbox does not have
   */
  static @Nullable ObjectChecksum verified(Map<String, String> headers, byte[] body) {
    for (String name : headers.keySet()) {
      if (name.startsWith(PREFIX) && !knows(name)) {
        throw S3Error.headerNotImplemented(name);
      }
    }
    ObjectChecksum given = given(headers);
    String named = headers.get(NAMED);
    if (given == null && named != null) {
      throw invalidRequest(
          "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or"
              + " x-amz-trailer headers were found.");
    }
    if (given != null && named != null && !given.algorithm().name().equalsIgnoreCase(named)) {
      throw invalidHeader(NAMED);
    }
    headers.forEach((name, value) -> require(name, value, body));
    return given;
  }

  /**
   * The checksum in these headers, not verified; null without one.
   *
   * @param headers by lower-case name
   * @throws AwsError InvalidRequest for more than one
   */
  static @Nullable ObjectChecksum given(Map<String, String> headers) {
    ObjectChecksum given = null;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      ChecksumAlgorithm algorithm = ChecksumAlgorithm.ofHeader(header.getKey());
      if (algorithm != null && given != null) {
        throw severalChecksums();
      }
      if (algorithm != null) {
        given = ObjectChecksum.stated(algorithm, header.getValue());
      }
    }
    return given;
  }

  /**
   * The lower-case names of the trailers that a request announces, each of which is a checksum.
   *
   * @throws AwsError InvalidRequest for another trailer, or for more than one checksum
   * @see <a
   *     href="https://github.com/openstack/swift/blob/master/test/s3api/test_object_checksums.py">
   *     OpenStack Swift, tests that run against AWS too</a>
   */
  static Set<String> announced(Request request) {
    List<String> names = new ArrayList<>();
    for (String name : String.join(",", request.headers().all(TRAILER)).split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    if (!names.stream().allMatch(name -> name.startsWith(PREFIX))) {
      throw invalidRequest("The value specified in the x-amz-trailer header is not supported");
    }
    long inHeaders =
        request.headers().names().stream()
            .filter(name -> ChecksumAlgorithm.ofHeader(name) != null)
            .count();
    if (!names.isEmpty() && names.size() + inHeaders > 1) {
      throw severalChecksums();
    }
    return Set.copyOf(names);
  }

  /**
   * Passes when the header or trailer is not a checksum, or the right one.
   *
   * @param name in lower case
   * @throws AwsError InvalidRequest, InvalidDigest or BadDigest
   */
  static void require(String name, String value, byte[] body) {
    if (name.equals(MD5)) {
      requireMd5(value, body);
    }
    ChecksumAlgorithm algorithm = ChecksumAlgorithm.ofHeader(name);
    if (algorithm == null) {
      return;
    }
    if (!algorithm.canBe(value)) {
      throw invalidHeader(name);
    }
    if (!algorithm.text(body).equals(value)) {
      throw badDigest(
          "The " + algorithm.name() + " you specified did not match the calculated checksum.");
    }
  }

  /** In the answer of S3, the expected digest is in hexadecimal digits, and only that one. */
  private static void requireMd5(String value, byte[] body) {
    if (!value.matches("[A-Za-z0-9+/]{21}[AQgw]==")) {
      throw new AwsError(
          400,
          "InvalidDigest",
          "The Content-MD5 you specified was invalid.",
          Map.of("Content-MD5", value));
    }
    String calculated = md5(body);
    if (!calculated.equals(value)) {
      Map<String, String> digests = new LinkedHashMap<>();
      digests.put("ExpectedDigest", HexFormat.of().formatHex(Base64.getDecoder().decode(value)));
      digests.put("CalculatedDigest", calculated);
      throw new AwsError(
          400,
          "BadDigest",
          "The Content-MD5 you specified did not match what we received.",
          digests);
    }
  }

  /**
   * Passes when the client sent a checksum of the body, of any kind.
   *
   * @throws AwsError InvalidRequest
   */
  public static void requireAny(Request request, Payload.Body body) {
    if (body.given() == null && request.header(MD5) == null) {
      throw invalidRequest(
          "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    }
  }

  /** The answer with the checksum of an object. */
  public static Response with(Response answer, ObjectChecksum checksum) {
    return answer
        .with(checksum.algorithm().header(), checksum.value())
        .with(TYPE, checksum.type().name());
  }

  private static AwsError severalChecksums() {
    return invalidRequest(
        "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
  }

  static AwsError badDigest(String text) {
    return new AwsError(400, "BadDigest", text);
  }

  static AwsError invalidRequest(String text) {
    return new AwsError(400, "InvalidRequest", text);
  }

  static AwsError invalidHeader(String name) {
    return invalidRequest("Value for " + name + " header is invalid.");
  }

  private static String md5(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
