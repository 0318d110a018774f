package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.s3.payload.Checksums;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The query of a presigned URL, which may carry any header {@code x-amz-…}: S3 obeys it there as it
 * obeys the header. Only checksums are ignored: the SDK for JavaScript adds one when it presigns an
 * upload, computed for an empty body, and S3 then stores any body.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">S3
 *     API, authenticating requests by query parameters</a>
 * @see <a href="https://github.com/localstack/localstack/issues/12169">what AWS does with checksums
 *     in the query</a>
 */
final class PresignedQuery {
  private static final Set<String> OF_SIGNATURE =
      Set.of(
          "X-Amz-Algorithm",
          "X-Amz-Credential",
          "X-Amz-Date",
          "X-Amz-Expires",
          "X-Amz-Security-Token",
          "X-Amz-Signature",
          "X-Amz-SignedHeaders");

  private PresignedQuery() {}

  /** Whether the parameter is part of the signature, or a header of a presigned request. */
  static boolean has(String word, Map<String, String> query) {
    return query.containsKey("X-Amz-Signature")
        && (OF_SIGNATURE.contains(word) || lower(word).startsWith("x-amz-"));
  }

  /** The request with the headers of its query added; its own headers take precedence. */
  static Request headers(Request request) {
    Map<String, String> query = FormDecoder.form(request.query());
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair : query.entrySet()) {
      String name = lower(pair.getKey());
      boolean isChecksum =
          name.startsWith(Checksums.PREFIX) || name.equals("x-amz-sdk-checksum-algorithm");
      if (has(pair.getKey(), query) && !OF_SIGNATURE.contains(pair.getKey()) && !isChecksum) {
        headers.put(name, pair.getValue());
      }
    }
    return headers.isEmpty() ? request : request.withHeaders(headers);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
