package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;

/**
 * Refusals in S3's words.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 API, error
 *     responses</a>
 */
final class S3Error {
  private S3Error() {}

  static AwsError accessDenied() {
    return AwsError.accessDenied("Access Denied");
  }

  static AwsError unknownKey() {
    return new AwsError(
        403,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.");
  }

  static AwsError noSuchBucket() {
    return new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
  }

  static AwsError noSuchKey() {
    return new AwsError(404, "NoSuchKey", "The specified key does not exist.");
  }

  static AwsError noSuchUpload() {
    return new AwsError(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
            + " been aborted or completed.");
  }

  static AwsError invalid(String text) {
    return new AwsError(400, "InvalidArgument", text);
  }

  static AwsError malformedXml() {
    return new AwsError(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  static AwsError preconditionFailed() {
    return new AwsError(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }

  static AwsError methodNotAllowed() {
    return new AwsError(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  }

  static AwsError notImplemented() {
    return new AwsError(
        501,
        "NotImplemented",
        "A header or query you provided implies functionality that is not implemented");
  }
}
