package dev.keyturn.sandbox.signature;

import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The canonical request, which client and server hash.
 *
 * <pre>
 * method LF path LF query LF *( name ":" values LF ) LF signed-names LF payload-hash
 * </pre>
 */
final class CanonicalRequest {

  /** S3 signs the path as it is, encoded once; all other services normalise it. */
  enum PathStyle {
    AS_SENT,
    NORMALISED
  }

  private CanonicalRequest() {}

  static String text(Request request, Claim claim, PathStyle style, String payloadHash) {
    StringBuilder text = new StringBuilder(512);
    text.append(request.method()).append('\n');
    text.append(path(request.path(), style)).append('\n');
    text.append(query(request.query())).append('\n');
    List<String> names = claim.signedHeaders();
    for (String name : names) {
      text.append(name).append(':').append(values(request, name)).append('\n');
    }
    return text.append('\n')
        .append(String.join(";", names))
        .append('\n')
        .append(payloadHash)
        .toString();
  }

  private static String path(String path, PathStyle style) {
    return UriEncoder.encodePath(
        style == PathStyle.AS_SENT ? FormDecoder.decode(path) : UriEncoder.normalise(path));
  }

  private static String query(String query) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, String> pair : FormDecoder.pairs(query)) {
      if (!pair.getKey().equals("X-Amz-Signature")) {
        pairs.add(UriEncoder.encode(pair.getKey()) + "=" + UriEncoder.encode(pair.getValue()));
      }
    }
    // Names are sorted without '=', which would come after digits: a blank comes before them.
    pairs.sort((one, other) -> one.replaceFirst("=", " ").compareTo(other.replaceFirst("=", " ")));
    return String.join("&", pairs);
  }

  private static String values(Request request, String name) {
    List<String> values = new ArrayList<>();
    for (String value : request.headers().all(name)) {
      values.add(value.strip().replaceAll(" +", " "));
    }
    return String.join(",", Collections.unmodifiableList(values));
  }
}
