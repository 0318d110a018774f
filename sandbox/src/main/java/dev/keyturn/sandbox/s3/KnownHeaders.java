package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.s3.payload.Checksums;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.Account;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * The headers {@code x-amz-…} that the sandbox obeys. Any other would change what the request
 * means, so it is refused and never ignored: a test must not pass here and lose data at AWS.
 */
final class KnownHeaders {
  private static final Set<String> OBEYED =
      Set.of(
          "x-amz-date",
          "x-amz-content-sha256",
          "x-amz-security-token",
          "x-amz-decoded-content-length",
          "x-amz-trailer",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-copy-source",
          "x-amz-copy-source-range",
          "x-amz-copy-source-if-match",
          "x-amz-copy-source-if-none-match",
          "x-amz-copy-source-if-modified-since",
          "x-amz-copy-source-if-unmodified-since",
          "x-amz-mp-object-size",
          "x-amz-te",
          "x-amz-metadata-directive",
          "x-amz-expected-bucket-owner",
          "x-amz-source-expected-bucket-owner",
          "x-amz-user-agent",
          "x-amz-request-payer");

  private static final Set<String> OF_ATTRIBUTES =
      Set.of("x-amz-object-attributes", "x-amz-max-parts", "x-amz-part-number-marker");

  /** What S3 does anyway. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "x-amz-acl", "private",
          "x-amz-storage-class", "STANDARD",
          "x-amz-server-side-encryption", "AES256",
          "x-amz-optional-object-attributes", "RestoreStatus",
          "x-amz-tagging-directive", "COPY",
          "x-amz-object-ownership", "BucketOwnerEnforced",
          "x-amz-bucket-object-lock-enabled", "false");

  private static final int MOST_BYTES = 8192;

  private KnownHeaders() {}

  /**
   * Passes when the names and values of all headers together are not longer than S3 accepts.
   *
   * @throws dev.keyturn.sandbox.action.AwsError RequestHeaderSectionTooLarge
   * @see <a href="https://github.com/versity/versitygw/issues/2180">AWS's answer</a>
   */
  static void requireSize(Request request) {
    int size = 0;
    for (String name : request.headers().names()) {
      for (String value : request.headers().all(name)) {
        size += (name + value).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    if (size > MOST_BYTES) {
      throw S3Error.tooMuch(
          "RequestHeaderSectionTooLarge",
          "Your request header section exceeds the maximum allowed size.",
          null,
          MOST_BYTES);
    }
  }

  /**
   * Passes when every header is known, and the bucket belongs to the account that the caller
   * expects.
   *
   * @throws dev.keyturn.sandbox.action.AwsError NotImplemented, or AccessDenied for a bucket of
   *     another account
   */
  static void check(S3Call s3) {
    Request request = s3.request();
    boolean hasAttributes = s3.wanted().operation() == Operation.GetObjectAttributes;
    for (String name : request.headers().names()) {
      boolean isKnown =
          isKnown(name, String.valueOf(request.header(name)))
              || (hasAttributes && OF_ATTRIBUTES.contains(name));
      if (name.startsWith("x-amz-") && !isKnown) {
        throw S3Error.headerNotImplemented(name);
      }
    }
    requireOwner(s3, "x-amz-expected-bucket-owner", s3.wanted().bucket());
  }

  /**
   * Passes unless the header names another account than the owner of the bucket.
   *
   * @throws dev.keyturn.sandbox.action.AwsError AccessDenied, or InvalidBucketOwnerAWSAccountID for
   *     what is not an account id
   */
  static void requireOwner(S3Call s3, String header, String bucket) {
    String expected = s3.request().header(header);
    if (expected != null && !expected.matches("[0-9]{12}")) {
      throw S3Error.invalidOwner(expected);
    }
    Account owner = s3.call().state().owner(bucket);
    if (expected != null && owner != null && !owner.id().equals(expected)) {
      throw S3Error.accessDenied();
    }
  }

  private static boolean isKnown(String name, String value) {
    return OBEYED.contains(name)
        || name.startsWith("x-amz-meta-")
        || Checksums.knows(name)
        || value.equals(DEFAULTS.get(name));
  }
}
