package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.action.AwsError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refusals in S3's words.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 API, error
 *     responses</a>
 */
public final class S3Error {
  private S3Error() {}

  public static AwsError accessDenied() {
    return AwsError.accessDenied("Access Denied");
  }

  public static AwsError unknownKey() {
    return unknownKey(Map.of());
  }

  public static AwsError unknownKey(String accessKeyId) {
    return unknownKey(Map.of("AWSAccessKeyId", accessKeyId));
  }

  private static AwsError unknownKey(Map<String, String> details) {
    return new AwsError(
        403,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.",
        details);
  }

  /**
   * The path is not percent-encoded UTF-8.
   *
   * @param path as sent
   */
  public static AwsError invalidUri(String path) {
    return new AwsError(
        400, "InvalidURI", "Couldn't parse the specified URI.", Map.of("URI", path));
  }

  public static AwsError noSuchBucket(String bucket) {
    return new AwsError(
        404, "NoSuchBucket", "The specified bucket does not exist", Map.of("BucketName", bucket));
  }

  public static AwsError noSuchKey(String key) {
    return new AwsError(404, "NoSuchKey", "The specified key does not exist.", Map.of("Key", key));
  }

  public static AwsError noSuchUpload(String uploadId) {
    return new AwsError(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
            + " been aborted or completed.",
        Map.of("UploadId", uploadId));
  }

  /** Unlike AWS, the sandbox keeps all objects in memory, which has a limit. */
  public static AwsError noRoom(long proposed, long room) {
    return tooLarge(
        "the sandbox has room for " + room + " more bytes; start it with a larger --max-stored-mib",
        proposed,
        room);
  }

  /**
   * The body of a request is larger than the sandbox accepts, as one of more than 5 GiB is for S3.
   *
   * @see <a href="https://github.com/versity/versitygw/issues/2041">AWS's answer</a>
   */
  public static AwsError bodyTooLarge(long proposed, long most) {
    return tooLarge(
        "the sandbox accepts " + most / (1024 * 1024) + " MiB in a request; upload more in parts",
        proposed,
        most);
  }

  private static AwsError tooLarge(String reason, long proposed, long most) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("ProposedSize", "" + proposed);
    details.put("MaxSizeAllowed", "" + most);
    return new AwsError(
        400,
        "EntityTooLarge",
        "Your proposed upload exceeds the maximum allowed size: " + reason,
        details);
  }

  public static AwsError invalid(String text) {
    return new AwsError(400, "InvalidArgument", text);
  }

  public static AwsError invalid(String text, Map<String, String> details) {
    return new AwsError(400, "InvalidArgument", text, details);
  }

  public static AwsError invalid(String text, String name, String value) {
    return invalid(text, Map.of("ArgumentName", name, "ArgumentValue", value));
  }

  public static AwsError invalidOwner(String account) {
    return new AwsError(
        400,
        "InvalidBucketOwnerAWSAccountID",
        "The value of the expected bucket owner parameter must be an AWS Account ID... ["
            + account
            + "]");
  }

  public static AwsError invalidPart(String uploadId, int number, String etag) {
    return new AwsError(
        400,
        "InvalidPart",
        "One or more of the specified parts could not be found.  The part may not have been"
            + " uploaded, or the specified entity tag may not match the part's entity tag.",
        Map.of("UploadId", uploadId, "PartNumber", "" + number, "ETag", etag.replace("\"", "")));
  }

  /** The object has fewer parts than the one that was asked for. */
  public static AwsError invalidPartNumber(int number, int count) {
    return new AwsError(
        416,
        "InvalidPartNumber",
        "The requested partnumber is not satisfiable",
        Map.of("PartNumberRequested", "" + number, "ActualPartCount", "" + count));
  }

  /**
   * More of something than S3 accepts.
   *
   * @param size the size received; null if S3 does not report it
   */
  public static AwsError tooMuch(String code, String text, @Nullable Integer size, int most) {
    Map<String, String> details = new LinkedHashMap<>();
    if (size != null) {
      details.put("Size", size.toString());
    }
    details.put("MaxSizeAllowed", "" + most);
    return new AwsError(400, code, text, details);
  }

  public static AwsError malformedXml() {
    return new AwsError(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  public static AwsError preconditionFailed(String condition) {
    return new AwsError(
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        Map.of("Condition", condition));
  }

  public static AwsError methodNotAllowed() {
    return new AwsError(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  }

  /** S3 has no operation of this method on this kind of resource. */
  public static AwsError methodNotAllowed(String method, String kind) {
    return new AwsError(
        405,
        "MethodNotAllowed",
        "The specified method is not allowed against this resource.",
        Map.of("Method", method, "ResourceType", kind));
  }

  /** The operation does not exist in S3, or not in the sandbox. */
  public static AwsError notImplemented() {
    return notImplemented("A header or query you provided", "", Map.of());
  }

  /** The word of the query would change what the operation does. */
  public static AwsError wordNotImplemented(String word) {
    return missing("A header or query you provided", "QueryParameter", word);
  }

  public static AwsError headerNotImplemented(String header) {
    return missing("A header you provided", "Header", header);
  }

  /** The element of the body would change what the operation does. */
  public static AwsError elementNotImplemented(String element) {
    return missing("An element of the body you provided", "Element", element);
  }

  /** What AWS has and the sandbox does not; many clients show nothing but the message. */
  private static AwsError missing(String what, String element, String name) {
    return notImplemented(what, ": " + name, Map.of(element, name));
  }

  public static AwsError valueNotImplemented(String header) {
    return conditionNotImplemented(
        header, "We don't accept the provided value of " + header + " header for this API");
  }

  public static AwsError conditionNotImplemented(String headers, String reason) {
    return notImplemented(
        "A header you provided", "", Map.of("Header", headers, "additionalMessage", reason));
  }

  private static AwsError notImplemented(String what, String name, Map<String, String> details) {
    return new AwsError(
        501,
        "NotImplemented",
        what + " implies functionality that is not implemented" + name,
        details);
  }
}
