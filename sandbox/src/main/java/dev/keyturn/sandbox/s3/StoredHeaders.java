package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.state.bucket.ObjectHeaders;
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

  private StoredHeaders() {}

  static ObjectHeaders of(Request request) {
    Map<String, String> others = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      if (KEPT.contains(name) || name.startsWith("x-amz-meta-")) {
        others.put(name, String.join(",", request.headers().all(name)));
      }
    }
    others.computeIfPresent("content-encoding", (name, value) -> withoutTransfer(value));
    others.values().removeIf(String::isEmpty);
    String type = request.header("Content-Type");
    return new ObjectHeaders(type == null ? ObjectHeaders.NO_TYPE : type, others);
  }

  /** The coding of a streamed upload is not a property of the object. */
  private static String withoutTransfer(String encoding) {
    return encoding.replaceAll("(^|, *)aws-chunked(?=,|$)", "").replaceFirst("^, *", "").strip();
  }
}
