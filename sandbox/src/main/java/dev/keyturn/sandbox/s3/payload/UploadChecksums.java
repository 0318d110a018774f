package dev.keyturn.sandbox.s3.payload;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ChecksumMode;
import dev.keyturn.sandbox.checksum.ChecksumType;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.s3.wire.XmlBody;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import dev.keyturn.sandbox.state.bucket.Upload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checksums of an upload in parts: what it was begun with, what each part and the list of parts
 * must have then, and what the object gets. Where the guide does not say what a wrong request is
 * answered, these are the answers of AWS that the tests of two other projects expect of it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">
 *     S3 User Guide, checking object integrity for data uploads</a>
 * @see <a
 *     href="https://github.com/openstack/swift/blob/master/test/s3api/test_object_checksums.py">
 *     OpenStack Swift, tests that run against AWS too</a>
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/s3/test_s3.py">
 *     LocalStack, tests with answers recorded on AWS</a>
 */
public final class UploadChecksums {
  private static final String ALGORITHM = "x-amz-checksum-algorithm";
  private static final String TYPE = "x-amz-checksum-type";

  private UploadChecksums() {}

  /**
   * The checksums that an upload is to have by its headers; null if S3 is to choose them.
   *
   * @throws AwsError InvalidRequest
   */
  public static @Nullable ChecksumMode begun(Request request) {
    ChecksumAlgorithm algorithm = named(request);
    String type = request.header(TYPE);
    if (algorithm == null && type != null) {
      throw Checksums.invalidRequest(
          "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm"
              + " header.");
    }
    if (algorithm == null || type == null) {
      return algorithm == null ? null : ChecksumMode.of(algorithm);
    }
    ChecksumMode mode = new ChecksumMode(algorithm, type(type));
    if (!mode.exists()) {
      throw Checksums.invalidRequest(
          "The %s checksum type cannot be used with the %s checksum algorithm."
              .formatted(mode.type(), algorithm.lowerName()));
    }
    return mode;
  }

  /**
   * The algorithm that a header asks for; null without one.
   *
   * @throws AwsError InvalidRequest
   */
  public static @Nullable ChecksumAlgorithm named(Request request) {
    String name = request.header(ALGORITHM);
    if (name == null) {
      return null;
    }
    if (name.contains(",")) {
      throw Checksums.invalidRequest(
          "Invalid types are specified in x-amz-checksum-algorithm header.");
    }
    ChecksumAlgorithm algorithm = ChecksumAlgorithm.named(name);
    if (algorithm == null) {
      throw Checksums.invalidRequest(
          "Checksum algorithm provided is unsupported. Please try again with any of the valid"
              + " types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    }
    return algorithm;
  }

  private static ChecksumType type(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "COMPOSITE" -> ChecksumType.COMPOSITE;
      case "FULL_OBJECT" -> ChecksumType.FULL_OBJECT;
      default -> throw Checksums.invalidHeader(TYPE);
    };
  }

  /** The answer with the kind of checksum that an upload was begun with. */
  public static Response with(Response answer, @Nullable ChecksumMode mode) {
    return mode == null
        ? answer
        : answer.with(ALGORITHM, mode.algorithm().name()).with(TYPE, mode.type().name());
  }

  /** The elements of a listing. */
  public static Xml list(Xml xml, @Nullable ChecksumMode mode) {
    return mode == null
        ? xml
        : xml.element("ChecksumAlgorithm", mode.algorithm().name())
            .element("ChecksumType", mode.type().name());
  }

  /**
   * The checksum of a part; null if neither the upload nor the part asks for one.
   *
   * @param given what the client sent with the part
   * @throws AwsError InvalidRequest when the upload was begun with another algorithm
   */
  public static @Nullable ObjectChecksum ofPart(
      @Nullable ChecksumMode mode, @Nullable ObjectChecksum given, byte[] body) {
    if (mode == null) {
      return given;
    }
    boolean mayBeMissing = mode.type() == ChecksumType.FULL_OBJECT && given == null;
    if (!mayBeMissing && (given == null || given.algorithm() != mode.algorithm())) {
      throw Checksums.invalidRequest(
          "Checksum Type mismatch occurred, expected checksum Type: "
              + mode.algorithm().lowerName()
              + ", actual checksum Type: "
              + (given == null ? "null" : given.algorithm().lowerName()));
    }
    return ObjectChecksum.ofBytes(mode.algorithm(), body);
  }

  /**
   * Passes when the list of parts gives this part the checksum that it has.
   *
   * @throws AwsError InvalidArgument, InvalidRequest, BadDigest or InvalidPart
   */
  public static void requirePart(Upload upload, XmlBody wish, int number, StoredObject part) {
    ObjectChecksum listed = listed(wish);
    ChecksumMode mode = upload.checksums();
    if (mode != null && mode.type() == ChecksumType.COMPOSITE) {
      requireComposite(mode.algorithm(), listed, number);
    }
    ObjectChecksum own = part.givenChecksum();
    if (listed != null && !listed.equals(own)) {
      throw S3Error.invalidPart(upload.id(), number, part.etag());
    }
  }

  private static void requireComposite(
      ChecksumAlgorithm algorithm, @Nullable ObjectChecksum listed, int number) {
    if (listed == null) {
      throw Checksums.invalidRequest(
          "The upload was created using a %s checksum. The complete request must include the"
                  .formatted(algorithm.lowerName())
              + " checksum for each part. It was missing for part %d in the request."
                  .formatted(number));
    }
    if (listed.algorithm() != algorithm) {
      throw Checksums.badDigest(
          "The %s you specified for part %d did not match what we received."
              .formatted(listed.algorithm().lowerName(), number));
    }
  }

  private static @Nullable ObjectChecksum listed(XmlBody wish) {
    List<ObjectChecksum> all = new ArrayList<>();
    for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
      String sum = wish.text(algorithm.element());
      if (sum != null) {
        all.add(ObjectChecksum.stated(algorithm, sum));
      }
    }
    if (all.size() > 1 || all.stream().anyMatch(sum -> !sum.algorithm().canBe(sum.value()))) {
      StringBuilder value = new StringBuilder();
      all.forEach(sum -> value.append(sum.algorithm()).append(':').append(sum.value()).append(';'));
      throw S3Error.invalid(
          "Invalid Base64 or multiple checksums present in request", "Checksum", value.toString());
    }
    return all.isEmpty() ? null : all.get(0);
  }

  /** The object with the checksum that its upload was begun with, else with the usual one. */
  public static StoredObject summed(Upload upload, StoredObject object) {
    ChecksumMode mode = upload.checksums();
    return object.summed(mode == null ? ChecksumMode.USUAL : mode);
  }

  /**
   * Passes unless the headers of CompleteMultipartUpload contradict the checksum of the object. If
   * they contain the checksum of the whole object, they must contain its type as well.
   *
   * @throws AwsError InvalidRequest or BadDigest
   */
  public static void requireObject(
      Request request, @Nullable ChecksumMode mode, ObjectChecksum object) {
    String type = request.header(TYPE);
    if (type != null && (mode == null || type(type) != mode.type())) {
      throw Checksums.invalidRequest(
          "The upload was created using the "
              + (mode == null ? "null" : mode.type())
              + " checksum mode. The complete request must use the same checksum mode.");
    }
    ObjectChecksum given = Checksums.given(headers(request));
    if (given == null) {
      return;
    }
    if (!canBe(given, object.type())) {
      throw Checksums.invalidHeader(given.algorithm().header());
    }
    boolean lacksType = mode != null && mode.type() == ChecksumType.FULL_OBJECT && type == null;
    if (lacksType || given.algorithm() != object.algorithm() || !object.is(given.value())) {
      throw Checksums.badDigest(
          "The "
              + object.algorithm().lowerName()
              + " you specified did not match the calculated checksum.");
    }
  }

  private static boolean canBe(ObjectChecksum given, ChecksumType type) {
    String value = given.value();
    return given
        .algorithm()
        .canBe(type == ChecksumType.COMPOSITE ? value.replaceFirst("-[0-9]{1,5}$", "") : value);
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      headers.put(name, String.valueOf(request.header(name)));
    }
    return headers;
  }
}
