package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on an object as it is before the request: {@code If-Match} and its relatives.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">S3
 *     User Guide, conditional requests</a>
 */
final class Conditions {
  private static final String COPY_SOURCE = "x-amz-copy-source-";
  private static final String MATCH = "If-Match";
  private static final String NONE_MATCH = "If-None-Match";
  private static final String MODIFIED_SINCE = "If-Modified-Since";
  private static final String UNMODIFIED_SINCE = "If-Unmodified-Since";

  /** Headers that S3 does not support on writes and deletions. */
  private static final Set<String> NOT_FOR_WRITING =
      Set.of(MODIFIED_SINCE, UNMODIFIED_SINCE, "Content-Range");

  private Conditions() {}

  /**
   * Passes when the object is to be read; null, or the answer that it is as the client knows it.
   *
   * @throws dev.keyturn.sandbox.action.AwsError PreconditionFailed
   */
  static @Nullable Response forReading(S3Call s3, StoredObject object) {
    String failed = failed(s3.request(), "", object, s3.call().now());
    if (failed == null) {
      return null;
    }
    if (failed.equals(NONE_MATCH) || failed.equals(MODIFIED_SINCE)) {
      return S3Call.nothing(304)
          .with("ETag", object.etag())
          .with("Last-Modified", Response.date(object.lastModified()));
    }
    throw S3Error.preconditionFailed(failed);
  }

  /**
   * Passes when the object is to be copied.
   *
   * @throws dev.keyturn.sandbox.action.AwsError PreconditionFailed
   */
  static void requireForCopying(S3Call s3, StoredObject source) {
    String failed = failed(s3.request(), COPY_SOURCE, source, s3.call().now());
    if (failed != null) {
      throw S3Error.preconditionFailed(COPY_SOURCE + failed);
    }
  }

  /**
   * Passes when the object may be replaced, or written for the first time. A caller that names an
   * ETag must be allowed to read the object.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">S3
   *     User Guide, conditional writes</a>
   * @throws dev.keyturn.sandbox.action.AwsError PreconditionFailed, NoSuchKey or NotImplemented
   */
  static void requireForWriting(S3Call s3, Bucket bucket, String key) {
    refuseOthers(s3.request());
    String match = s3.request().header(MATCH);
    String noneMatch = s3.request().header(NONE_MATCH);
    if (match != null && noneMatch != null) {
      throw S3Error.conditionNotImplemented(
          MATCH + "," + NONE_MATCH, "Multiple conditional request headers present in the request");
    }
    if (noneMatch != null && !noneMatch.equals("*")) {
      throw S3Error.valueNotImplemented(NONE_MATCH);
    }
    if ("*".equals(match)) {
      throw S3Error.valueNotImplemented(MATCH);
    }
    if (noneMatch != null && bucket.objects().containsKey(key)) {
      throw S3Error.preconditionFailed(NONE_MATCH);
    }
    if (match != null) {
      s3.bucket("s3:GetObject", bucket.name(), key);
      requireMatch(match, bucket, key);
    }
  }

  /**
   * Passes when the object may be deleted. A caller that names an ETag must be allowed to read the
   * object.
   *
   * @param match an ETag, {@code *} for any, or null without a condition
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html">S3
   *     User Guide, conditional deletes</a>
   * @throws dev.keyturn.sandbox.action.AwsError PreconditionFailed or NoSuchKey
   */
  static void requireForDeleting(S3Call s3, Bucket bucket, String key, @Nullable String match) {
    if (match == null) {
      return;
    }
    if (!match.equals("*")) {
      s3.bucket("s3:GetObject", bucket.name(), key);
    }
    requireMatch(match, bucket, key);
  }

  /** The condition of a DeleteObject; there is only one kind. */
  static @Nullable String ofDeletion(Request request) {
    refuseOthers(request);
    if (request.header(NONE_MATCH) != null) {
      throw S3Error.headerNotImplemented(NONE_MATCH);
    }
    return request.header(MATCH);
  }

  private static void refuseOthers(Request request) {
    for (String name : NOT_FOR_WRITING) {
      if (request.header(name) != null) {
        throw S3Error.headerNotImplemented(name);
      }
    }
  }

  private static void requireMatch(String match, Bucket bucket, String key) {
    StoredObject object = bucket.objects().get(key);
    if (object == null) {
      throw S3Error.noSuchKey(key);
    }
    if (!names(match, object)) {
      throw S3Error.preconditionFailed(MATCH);
    }
  }

  /**
   * The condition that is not met, or null. If-Match that is true takes precedence over
   * If-Unmodified-Since, If-None-Match that is false over If-Modified-Since.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
   */
  private static @Nullable String failed(
      Request request, String prefix, StoredObject object, Instant now) {
    String match = request.header(prefix + MATCH);
    if (match != null && !names(match, object)) {
      return MATCH;
    }
    Instant unmodified = time(request.header(prefix + UNMODIFIED_SINCE));
    if (match == null && unmodified != null && isAfter(object, unmodified)) {
      return UNMODIFIED_SINCE;
    }
    String noneMatch = request.header(prefix + NONE_MATCH);
    if (noneMatch != null) {
      return names(noneMatch, object) ? NONE_MATCH : null;
    }
    Instant modified = time(request.header(prefix + MODIFIED_SINCE));
    boolean counts = modified != null && !modified.isAfter(now);
    return modified != null && counts && !isAfter(object, modified) ? MODIFIED_SINCE : null;
  }

  /** Whether one of the ETags, quoted or not, is the object's. */
  private static boolean names(String tags, StoredObject object) {
    return tags.equals("*")
        || Arrays.stream(tags.split(",", -1))
            .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
            .anyMatch(object.etag().replace("\"", "")::equals);
  }

  private static boolean isAfter(StoredObject object, Instant time) {
    return object.lastModified().truncatedTo(ChronoUnit.SECONDS).isAfter(time);
  }

  /** HTTP ignores a condition whose time cannot be read (RFC 9110, 13.1.3). */
  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
