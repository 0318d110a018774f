package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.clock.Timestamps;
import dev.keyturn.sandbox.credential.CredentialRefusedException;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.SignatureCheck;
import dev.keyturn.sandbox.signature.SignatureRefusedException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How S3 words that a signature, a key or a token is not valid. */
public final class AuthenticationError {
  /** The element and header of a refusal that tell a client the right region. */
  public static final String REGION = "Region";

  private AuthenticationError() {}

  /** The refusal of a key or a token. The token is not repeated, although S3 does. */
  public static AwsError of(CredentialRefusedException refused, Claim claim) {
    return switch (refused.reason()) {
      case UNKNOWN_KEY -> S3Error.unknownKey(claim.accessKeyId());
      case WRONG_TOKEN ->
          new AwsError(
              400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
      case EXPIRED -> new AwsError(400, "ExpiredToken", "The provided token has expired.");
    };
  }

  /** The refusal of a signature. */
  public static AwsError of(SignatureRefusedException refused, Claim claim, Instant now) {
    return switch (refused.reason()) {
      case EXPIRED ->
          claim.form() instanceof Claim.InQuery query
              ? expired(claim, query, now)
              : skewed(claim, now);
      case NOT_YET_CURRENT ->
          claim.form() instanceof Claim.InQuery
              ? AwsError.accessDenied("Request is not yet valid")
              : skewed(claim, now);
      case WRONG_SCOPE ->
          new AwsError(400, "AuthorizationHeaderMalformed", String.valueOf(refused.getMessage()));
      case MISMATCH ->
          new AwsError(
              403,
              "SignatureDoesNotMatch",
              "The request signature we calculated does not match the signature you provided."
                  + " Check your key and signing method.",
              refused.comparison());
    };
  }

  /**
   * Signatures of forms are arguments.
   *
   * @see <a href="https://github.com/CulturalMe/meteor-slingshot/issues/150">AWS's answer to a form
   *     for another region</a>
   */
  public static AwsError wrongRegion(Claim claim, String expected) {
    String wrong =
        "the region '%s' is wrong; expecting '%s'".formatted(claim.scope().region(), expected);
    if (claim.form() instanceof Claim.InForm) {
      String credential = claim.accessKeyId() + "/" + claim.scope();
      Map<String, String> details =
          Map.of("ArgumentName", "X-Amz-Credential", "ArgumentValue", credential, REGION, expected);
      return S3Error.invalid(wrong, details);
    }
    boolean isInHeader = claim.form() instanceof Claim.InHeader;
    return new AwsError(
        400,
        isInHeader ? "AuthorizationHeaderMalformed" : "AuthorizationQueryParametersError",
        (isInHeader
                ? "The authorization header is malformed; "
                : "Error parsing the X-Amz-Credential parameter; ")
            + wrong,
        Map.of(REGION, expected));
  }

  private static AwsError expired(Claim claim, Claim.InQuery query, Instant now) {
    long seconds = query.life().toSeconds();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("X-Amz-Expires", "" + seconds);
    details.put("Expires", Timestamps.text(SignatureCheck.time(claim).plusSeconds(seconds)));
    details.put("ServerTime", Timestamps.text(now));
    return new AwsError(403, "AccessDenied", "Request has expired", details);
  }

  private static AwsError skewed(Claim claim, Instant now) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("RequestTime", claim.timestamp());
    details.put("ServerTime", Timestamps.text(now));
    details.put("MaxAllowedSkewMilliseconds", "" + SignatureCheck.BEHIND.toMillis());
    return new AwsError(
        403,
        "RequestTimeTooSkewed",
        "The difference between the request time and the current time is too large.",
        details);
  }
}
