package dev.keyturn.sandbox.signature;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Request;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claim of a request to S3, which has words of its own for what is wrong with one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html">S3
 *     API, authenticating requests</a>
 */
public final class S3ClaimReader {
  private static final int MOST_SECONDS = 604_800;
  private static final String HEADER = "The authorization header is malformed; ";
  private static final String PARAMETER = "Error parsing the X-Amz-Credential parameter; ";

  private S3ClaimReader() {}

  /** Whether the request has a signature of version 2, which only S3 ever had in these places. */
  public static boolean isOld(Request request) {
    String authorization = request.header("Authorization");
    Map<String, String> query = ClaimReader.query(request);
    return authorization == null
        ? query.containsKey("AWSAccessKeyId") && query.containsKey("Signature")
        : authorization.startsWith("AWS ");
  }

  /**
   * The claim in the header, else in the query.
   *
   * @throws AwsError InvalidRequest for version 2, InvalidArgument for another scheme or for two
   *     claims, AuthorizationHeaderMalformed, AuthorizationQueryParametersError, AccessDenied
   *     without a time
   */
  public static Claim read(Request request) {
    if (isOld(request)) {
      throw notSupported();
    }
    String authorization = request.header("Authorization");
    Map<String, String> query = ClaimReader.query(request);
    if (authorization == null) {
      return fromQuery(query);
    }
    if (query.containsKey("X-Amz-Algorithm")) {
      throw argument(
          "Authorization",
          authorization,
          "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature"
              + " query string parameter or the Authorization header should be specified");
    }
    return fromHeader(request, authorization);
  }

  /** The refusal of signatures of version 2. */
  public static AwsError notSupported() {
    return new AwsError(
        400,
        "InvalidRequest",
        "The authorization mechanism you have provided is not supported. Please use"
            + " AWS4-HMAC-SHA256.");
  }

  private static Claim fromHeader(Request request, String authorization) {
    if (!authorization.startsWith(ClaimReader.ALGORITHM + " ")) {
      throw argument("Authorization", authorization, "Unsupported Authorization Type");
    }
    Map<String, String> parts =
        ClaimReader.parts(authorization.substring(ClaimReader.ALGORITHM.length()));
    String credential = parts.get("Credential");
    String signedHeaders = parts.get("SignedHeaders");
    String signature = parts.get("Signature");
    if (credential == null || signedHeaders == null || signature == null) {
      throw header(
          "the authorization header requires three components: Credential, SignedHeaders, and"
              + " Signature.");
    }
    String timestamp = ClaimReader.timestamp(request);
    if (timestamp == null || !isTime(timestamp)) {
      throw AwsError.accessDenied("AWS authentication requires a valid Date or x-amz-date header");
    }
    String[] scope = scope(credential, timestamp, Place.HEADER);
    return claim(
        scope,
        signedHeaders,
        signature,
        timestamp,
        request.header("X-Amz-Security-Token"),
        new Claim.InHeader());
  }

  private static Claim fromQuery(Map<String, String> query) {
    for (String name :
        List.of("Algorithm", "Credential", "Signature", "Date", "SignedHeaders", "Expires")) {
      if (query.getOrDefault("X-Amz-" + name, "").isEmpty()) {
        throw query(
            "Query-string authentication version 4 requires the X-Amz-Algorithm,"
                + " X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and"
                + " X-Amz-Expires parameters.");
      }
    }
    requireAlgorithm(query.get("X-Amz-Algorithm"));
    String timestamp = timestamp(query.get("X-Amz-Date"));
    String[] scope = scope(query.getOrDefault("X-Amz-Credential", ""), timestamp, Place.QUERY);
    return claim(
        scope,
        query.getOrDefault("X-Amz-SignedHeaders", ""),
        query.getOrDefault("X-Amz-Signature", ""),
        timestamp,
        query.get("X-Amz-Security-Token"),
        new Claim.InQuery(expires(query.getOrDefault("X-Amz-Expires", ""))));
  }

  /**
   * The claim in the fields of a form, which are arguments. The words for a date and for a key that
   * is empty were recorded, the others are those of the same mistakes in a query.
   *
   * @param fields by lower-case name
   * @throws AwsError InvalidArgument, AuthorizationQueryParametersError for another algorithm
   * @see <a href="https://github.com/michaeldyrynda/s3upload/issues/1">AWS's answer to a date</a>
   * @see <a href="https://github.com/outline/outline/issues/7060">AWS's answer to an empty key</a>
   */
  public static Claim readForm(Map<String, String> fields) {
    requireAlgorithm(fields.get("x-amz-algorithm"));
    String timestamp = fields.getOrDefault("x-amz-date", "");
    if (!isTime(timestamp)) {
      throw argument(
          "X-Amz-Date", timestamp, "X-Amz-Date must be formated via ISO8601 Long format");
    }
    String[] scope = scope(fields.getOrDefault("x-amz-credential", ""), timestamp, Place.FORM);
    return claim(
        scope,
        "",
        fields.getOrDefault("x-amz-signature", ""),
        timestamp,
        fields.get("x-amz-security-token"),
        new Claim.InForm());
  }

  private static Claim claim(
      String[] scope,
      String signedHeaders,
      String signature,
      String timestamp,
      @Nullable String token,
      Claim.Form form) {
    return new Claim(
        scope[0],
        new Claim.Scope(scope[1], scope[2], scope[3], scope[4]),
        signedHeaders.isEmpty() ? List.of() : List.of(signedHeaders.split(";", -1)),
        signature,
        timestamp,
        token,
        form);
  }

  private static void requireAlgorithm(@Nullable String algorithm) {
    if (!ClaimReader.ALGORITHM.equals(algorithm)) {
      throw query("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
    }
  }

  private static String timestamp(@Nullable String time) {
    if (time == null || !isTime(time)) {
      throw query("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }
    return time;
  }

  private static boolean isTime(String text) {
    try {
      BasicTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Where a credential is, which decides how S3 words what is wrong with it. */
  private enum Place {
    HEADER,
    QUERY,
    FORM;

    AwsError refusal(String about, String credential, String text) {
      return switch (this) {
        case HEADER -> header(text);
        case QUERY -> query(about + text);
        case FORM -> argument("X-Amz-Credential", credential, text);
      };
    }
  }

  /** The key, date, region, service and end of a credential. */
  private static String[] scope(String credential, String timestamp, Place place) {
    String[] parts = credential.split("/", -1);
    if (place == Place.FORM && parts.length == 5 && parts[0].isEmpty()) {
      throw place.refusal(
          "", credential, "a non-empty Access Key (AKID) must be provided in the credential.");
    }
    if (parts.length != 5 || parts[0].isEmpty()) {
      throw place.refusal(
          PARAMETER,
          credential,
          "the Credential is mal-formed; expecting"
              + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }
    if (!parts[1].matches("[0-9]{8}")) {
      throw place.refusal(
          PARAMETER,
          credential,
          "incorrect date format \"%s\". This date in the credential must be in the format \"yyyyMMdd\"."
              .formatted(parts[1]));
    }
    if (!parts[4].equals("aws4_request")) {
      throw place.refusal(
          PARAMETER,
          credential,
          "incorrect terminal \"%s\". This endpoint uses \"aws4_request\".".formatted(parts[4]));
    }
    if (!parts[3].equals("s3")) {
      throw place.refusal(
          PARAMETER,
          credential,
          "incorrect service \"%s\". This endpoint belongs to \"s3\".".formatted(parts[3]));
    }
    String day = timestamp.substring(0, 8);
    if (!parts[1].equals(day)) {
      throw place.refusal(
          "",
          credential,
          "Invalid credential date \"%s\". This date is not the same as X-Amz-Date: \"%s\"."
              .formatted(parts[1], day));
    }
    return parts;
  }

  private static Long expires(String seconds) {
    if (!seconds.matches("-?[0-9]{1,18}")) {
      throw query("X-Amz-Expires should be a number");
    }
    long number = Long.parseLong(seconds);
    if (number < 0) {
      throw query("X-Amz-Expires must be non-negative");
    }
    if (number > MOST_SECONDS) {
      throw query(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    return number;
  }

  private static AwsError header(String text) {
    return new AwsError(400, "AuthorizationHeaderMalformed", HEADER + text);
  }

  private static AwsError query(String text) {
    return new AwsError(400, "AuthorizationQueryParametersError", text);
  }

  private static AwsError argument(String name, String value, String text) {
    return new AwsError(
        400, "InvalidArgument", text, Map.of("ArgumentName", name, "ArgumentValue", value));
  }
}
