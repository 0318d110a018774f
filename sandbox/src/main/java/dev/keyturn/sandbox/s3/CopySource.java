package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The object that a request copies.
 *
 * <pre>
 * x-amz-copy-source = [ "/" ] bucket "/" key [ "?versionId=" id ]    ; percent-encoded
 * </pre>
 */
record CopySource(Bucket bucket, String key, StoredObject object) {

  /**
   * The source, once the caller may read it.
   *
   * @throws dev.keyturn.sandbox.action.AwsError AccessDenied, NoSuchBucket, NoSuchKey,
   *     InvalidArgument
   */
  static CopySource of(S3Call s3) {
    String header = String.valueOf(s3.request().header("x-amz-copy-source"));
    String path = FormDecoder.decode(header.replaceFirst("\\?versionId=.*", ""));
    path = path.startsWith("/") ? path.substring(1) : path;
    int slash = path.indexOf('/');
    if (slash < 1 || slash == path.length() - 1) {
      throw S3Error.invalid(
          "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }
    String key = path.substring(slash + 1);
    Bucket bucket = s3.bucket("s3:GetObject", path.substring(0, slash), key);
    StoredObject object = Objects.find(s3, bucket, key);
    requireConditions(s3.request(), object);
    return new CopySource(bucket, key, object);
  }

  /**
   * If-Match that is true wins over If-Unmodified-Since, If-None-Match that is false over
   * If-Modified-Since.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
   */
  private static void requireConditions(Request request, StoredObject object) {
    String match = request.header("x-amz-copy-source-if-match");
    String noneMatch = request.header("x-amz-copy-source-if-none-match");
    boolean met =
        (match == null
                ? !isAfter(object, request.header("x-amz-copy-source-if-unmodified-since"), false)
                : names(match, object))
            && (noneMatch == null
                ? isAfter(object, request.header("x-amz-copy-source-if-modified-since"), true)
                : !names(noneMatch, object));
    if (!met) {
      throw S3Error.preconditionFailed();
    }
  }

  private static boolean names(String tags, StoredObject object) {
    return tags.equals("*") || tags.contains(object.etag().replace("\"", ""));
  }

  /** Whether the object was written after {@code time}; {@code missing} where none is named. */
  private static boolean isAfter(StoredObject object, @Nullable String time, boolean missing) {
    if (time == null) {
      return missing;
    }
    try {
      Instant named = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(time));
      return object.lastModified().truncatedTo(ChronoUnit.SECONDS).isAfter(named);
    } catch (DateTimeException e) {
      return missing;
    }
  }

  boolean isSame(Bucket otherBucket, String otherKey) {
    return bucket == otherBucket && key.equals(otherKey);
  }
}
