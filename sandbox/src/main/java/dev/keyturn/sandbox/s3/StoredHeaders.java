package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.bucket.ObjectHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Picks the headers of an upload that are kept with the object. */
final class StoredHeaders {
  private static final Set<String> KEPT =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "expires");

  static final String META = "x-amz-meta-";

  private static final int MOST_META_BYTES = 2048;

  private StoredHeaders() {}

  /**
   * The headers to keep.
   *
   * @throws dev.keyturn.sandbox.action.AwsError MetadataTooLarge
   */
  static ObjectHeaders of(Request request) {
    Map<String, String> others = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      if (KEPT.contains(name) || name.startsWith(META)) {
        others.put(name, String.join(",", request.headers().all(name)));
      }
    }
    requireSize(others);
    others.computeIfPresent("content-encoding", (name, value) -> withoutTransfer(value));
    others.values().removeIf(String::isEmpty);
    String type = request.header("Content-Type");
    return new ObjectHeaders(type == null ? ObjectHeaders.NO_TYPE : type, others);
  }

  /**
   * The names and values of user-defined metadata have a limit together.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html">S3 User
   *     Guide, object metadata</a>
   */
  private static void requireSize(Map<String, String> headers) {
    int size = 0;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().startsWith(META)) {
        size += bytes(header.getKey()) - META.length() + bytes(header.getValue());
      }
    }
    if (size > MOST_META_BYTES) {
      throw S3Error.tooMuch(
          "MetadataTooLarge",
          "Your metadata headers exceed the maximum allowed metadata size",
          size,
          MOST_META_BYTES);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The coding {@code aws-chunked} of an upload is not stored with the object. */
  private static String withoutTransfer(String encoding) {
    return encoding.replaceAll("(^|, *)aws-chunked(?=,|$)", "").replaceFirst("^, *", "").strip();
  }
}
