package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;

/**
 * The object that a request copies.
 *
 * <pre>
 * x-amz-copy-source = [ "/" ] bucket "/" key [ "?versionId=" id ]    ; percent-encoded
 * </pre>
 */
record CopySource(Bucket bucket, String key, StoredObject object) {

  /**
   * The source, if the caller may read it and the conditions of the request are met.
   *
   * @throws dev.keyturn.sandbox.action.AwsError AccessDenied, NoSuchBucket, NoSuchKey,
   *     InvalidArgument, NotImplemented for a version, PreconditionFailed
   */
  static CopySource of(S3Call s3) {
    String header = String.valueOf(s3.request().header("x-amz-copy-source"));
    if (header.contains("?versionId=")) {
      throw S3Error.valueNotImplemented("x-amz-copy-source");
    }
    if (!FormDecoder.isEncoded(header)) {
      throw S3Error.invalid("Invalid copy source encoding.", "x-amz-copy-source", header);
    }
    String path = FormDecoder.decode(header);
    path = path.startsWith("/") ? path.substring(1) : path;
    int slash = path.indexOf('/');
    if (slash < 1 || slash == path.length() - 1) {
      throw S3Error.invalid(
          "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }
    String key = path.substring(slash + 1);
    Bucket bucket = s3.bucket("s3:GetObject", path.substring(0, slash), key);
    KnownHeaders.requireOwner(s3, "x-amz-source-expected-bucket-owner", bucket.name());
    StoredObject object = Objects.find(s3, bucket, key);
    Conditions.requireForCopying(s3, object);
    return new CopySource(bucket, key, object);
  }

  boolean isSame(Bucket otherBucket, String otherKey) {
    return bucket == otherBucket && key.equals(otherKey);
  }
}
