package dev.keyturn.sandbox.signature;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claim of a request.
 *
 * <pre>
 * authorization = "AWS4-HMAC-SHA256" SP part *( "," *SP part )
 * part          = ( "Credential=" credential ) / ( "SignedHeaders=" names ) / ( "Signature=" hex )
 * credential    = key-id "/" date "/" region "/" service "/aws4_request"
 * names         = name *( ";" name )
 * </pre>
 *
 * <p>In a query the same is in {@code X-Amz-Algorithm}, {@code X-Amz-Credential}, {@code
 * X-Amz-SignedHeaders}, {@code X-Amz-Signature}, {@code X-Amz-Date}, {@code X-Amz-Expires} and
 * {@code X-Amz-Security-Token}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS
 *     signature version 4</a>
 */
public final class ClaimReader {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private ClaimReader() {}

  /** The service the request says it was signed for; null when it says none. */
  public static @Nullable String claimedService(Request request) {
    String authorization = request.header("Authorization");
    String credential =
        authorization == null
            ? query(request).get("X-Amz-Credential")
            : parts(authorization.replaceFirst("^\\S+", "")).get("Credential");
    String[] elements = credential == null ? new String[0] : credential.split("/", -1);
    return elements.length == 5 ? elements[3] : null;
  }

  /** True when the request carries a signature of any kind, well-formed or not. */
  public static boolean isSigned(Request request) {
    return request.header("Authorization") != null || query(request).containsKey("X-Amz-Algorithm");
  }

  /**
   * Reads the claim from the header, else from the query.
   *
   * @throws AwsError MissingAuthenticationToken without a claim, IncompleteSignature with a part of
   *     one
   */
  public static Claim read(Request request) {
    String authorization = request.header("Authorization");
    if (authorization != null) {
      return fromHeader(request, authorization);
    }
    Map<String, String> query = query(request);
    if (query.containsKey("X-Amz-Algorithm")) {
      return fromQuery(query);
    }
    throw new AwsError(
        403, "MissingAuthenticationToken", "Request is missing Authentication Token");
  }

  private static Claim fromHeader(Request request, String authorization) {
    if (!authorization.startsWith(ALGORITHM)) {
      throw incomplete("Unsupported AWS 'algorithm': '" + authorization.split(" ", 2)[0] + "'. ");
    }
    Map<String, String> parts = parts(authorization.substring(ALGORITHM.length()));
    List<String> missing = new ArrayList<>();
    for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
      if (parts.getOrDefault(name, "").isEmpty()) {
        missing.add("Authorization header requires '" + name + "' parameter.");
      }
    }
    String timestamp = timestamp(request);
    if (timestamp == null) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (timestamp == null || !missing.isEmpty()) {
      throw incomplete(String.join(" ", missing));
    }
    return claim(parts, timestamp, request.header("X-Amz-Security-Token"), new Claim.InHeader());
  }

  private static Claim fromQuery(Map<String, String> query) {
    String algorithm = query.getOrDefault("X-Amz-Algorithm", "");
    if (!algorithm.equals(ALGORITHM)) {
      throw incomplete("Unsupported AWS 'algorithm': '" + algorithm + "'. ");
    }
    Map<String, String> parts = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (String name : List.of("Credential", "Signature", "SignedHeaders", "Date")) {
      String value = query.getOrDefault("X-Amz-" + name, "");
      parts.put(name, value);
      if (value.isEmpty()) {
        missing.add("AWS query-string parameters must include 'X-Amz-" + name + "'.");
      }
    }
    if (!missing.isEmpty()) {
      throw incomplete(String.join(" ", missing) + " Re-examine the query-string parameters.");
    }
    return claim(
        parts,
        query.getOrDefault("X-Amz-Date", ""),
        query.get("X-Amz-Security-Token"),
        new Claim.InQuery(expires(query.get("X-Amz-Expires"))));
  }

  private static Claim claim(
      Map<String, String> parts, String timestamp, @Nullable String token, Claim.Form form) {
    requireBasicForm(timestamp);
    String credential = parts.getOrDefault("Credential", "");
    String[] elements = credential.split("/", -1);
    if (elements.length != 5) {
      throw incomplete(
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got '"
              + credential
              + "'");
    }
    return new Claim(
        elements[0],
        new Claim.Scope(elements[1], elements[2], elements[3], elements[4]),
        List.of(parts.getOrDefault("SignedHeaders", "").split(";", -1)),
        parts.getOrDefault("Signature", ""),
        timestamp,
        token,
        form);
  }

  static Map<String, String> parts(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return parts;
  }

  static @Nullable String timestamp(Request request) {
    String basic = request.header("X-Amz-Date");
    String date = request.header("Date");
    return basic != null || date == null ? basic : basicForm(date);
  }

  private static String basicForm(String date) {
    try {
      return BasicTime.text(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return date;
    }
  }

  private static void requireBasicForm(String timestamp) {
    try {
      BasicTime.parse(timestamp);
    } catch (DateTimeException e) {
      throw incomplete(
          "Date must be in ISO-8601 'basic format'. Got '"
              + timestamp
              + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }
  }

  private static @Nullable Long expires(@Nullable String seconds) {
    if (seconds == null) {
      return null;
    }
    if (!seconds.matches("[0-9]{1,6}") || Long.parseLong(seconds) > 604_800) {
      throw new AwsError(
          400,
          "AuthorizationQueryParametersError",
          "X-Amz-Expires must be a number of seconds, at most 604800");
    }
    return Long.valueOf(seconds);
  }

  static Map<String, String> query(Request request) {
    Map<String, String> values = new HashMap<>();
    FormDecoder.pairs(request.query())
        .forEach(pair -> values.putIfAbsent(pair.getKey(), pair.getValue()));
    return values;
  }

  private static AwsError incomplete(String text) {
    return new AwsError(400, "IncompleteSignature", text);
  }
}
