package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The headers of an object that the query of a read can replace, as {@code response-content-type}
 * does.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 */
public final class OtherHeaders {
  private static final List<String> NAMES =
      List.of(
          "Content-Type",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Language",
          "Cache-Control",
          "Expires");

  private OtherHeaders() {}

  /** The words of the query, and one more. */
  public static String[] wordsAnd(String other) {
    return Stream.concat(NAMES.stream().map(OtherHeaders::word), Stream.of(other))
        .toArray(String[]::new);
  }

  /** The response with the values that the query asks for. */
  public static Response of(Response response, Map<String, String> query) {
    Response answer = response;
    for (String name : NAMES) {
      String value = query.get(word(name));
      answer = value == null ? answer : answer.with(name, value);
    }
    return answer;
  }

  private static String word(String name) {
    return "response-" + name.toLowerCase(Locale.ROOT);
  }
}
