package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.Hash;

/**
 * The body of an S3 request and what the client says its hash is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html">
 *     S3 API, authenticating requests</a>
 */
final class Payload {
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private final String hash;
  private final byte[] body;

  private Payload(String hash, byte[] body) {
    this.hash = hash;
    this.body = body;
  }

  static Payload of(Request request, Claim claim) {
    String hash = request.header("x-amz-content-sha256");
    if (hash == null && claim.form() instanceof Claim.InQuery) {
      hash = UNSIGNED;
    }
    if (hash == null) {
      throw new AwsError(
          400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
    }
    return new Payload(hash, request.body());
  }

  /** As it stands in the canonical request. */
  String hash() {
    return hash;
  }

  /**
   * The body, once it is known to be the one that was signed.
   *
   * @throws AwsError XAmzContentSHA256Mismatch
   */
  byte[] verified() {
    if (!hash.equals(UNSIGNED) && !Hash.same(hash, Hash.sha256(body))) {
      throw new AwsError(
          400,
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
    return body;
  }
}
