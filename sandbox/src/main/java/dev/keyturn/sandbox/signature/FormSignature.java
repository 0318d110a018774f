package dev.keyturn.sandbox.signature;

import dev.keyturn.sandbox.action.AwsError;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;

/**
 * The signature of a form for S3, which is on the form's policy alone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html">S3
 *     API, authenticating requests in browser-based uploads</a>
 */
public final class FormSignature {
  private FormSignature() {}

  /**
   * The claim in the fields of a form.
   *
   * @param fields by lower-case name
   * @throws AwsError AuthorizationQueryParametersError, the words of which speak of a query
   */
  public static Claim read(Map<String, String> fields) {
    if (!fields.getOrDefault("x-amz-algorithm", "").equals(ClaimReader.ALGORITHM)) {
      throw refusal(
          "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
    }
    String timestamp = fields.getOrDefault("x-amz-date", "");
    requireTime(timestamp);
    String[] parts = fields.getOrDefault("x-amz-credential", "").split("/", -1);
    if (parts.length != 5 || !parts[4].equals("aws4_request")) {
      throw wrongCredential(
          "the Credential is mal-formed; expecting"
              + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }
    if (!parts[3].equals("s3")) {
      throw wrongCredential(
          "incorrect service \"" + parts[3] + "\". This endpoint belongs to \"s3\".");
    }
    String day = timestamp.substring(0, 8);
    if (!parts[1].equals(day)) {
      throw refusal(
          "Invalid credential date \"%s\". This date is not the same as X-Amz-Date: \"%s\"."
              .formatted(parts[1], day));
    }
    return new Claim(
        parts[0],
        new Claim.Scope(parts[1], parts[2], parts[3], parts[4]),
        List.of(),
        fields.getOrDefault("x-amz-signature", ""),
        timestamp,
        fields.get("x-amz-security-token"),
        new Claim.InForm());
  }

  /**
   * Computes the signature anew and compares in constant time.
   *
   * @throws SignatureRefusedException for another signature
   */
  public static void require(Claim claim, String policy, String secretAccessKey) {
    String expected = SigningKey.of(secretAccessKey, claim.scope()).sign(policy);
    if (!Hash.same(expected, claim.signature())) {
      throw SignatureRefusedException.mismatch();
    }
  }

  private static void requireTime(String text) {
    try {
      BasicTime.parse(text);
    } catch (DateTimeException e) {
      throw refusal("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }
  }

  private static AwsError wrongCredential(String why) {
    return refusal("Error parsing the X-Amz-Credential parameter; " + why);
  }

  private static AwsError refusal(String text) {
    return new AwsError(400, "AuthorizationQueryParametersError", text);
  }
}
