package dev.keyturn.sandbox.signature;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.signature.CanonicalRequest.PathStyle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Holds a claim against the request it came with: scope, clock, signature. One check serves many
 * threads.
 */
public final class SignatureCheck {
  private static final Duration BEHIND = Duration.ofMinutes(15);
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PathStyle style;
  private final Duration ahead;

  private SignatureCheck(PathStyle style, Duration ahead) {
    this.style = style;
    this.ahead = ahead;
  }

  /** The rules of every service but S3. */
  public static SignatureCheck usual() {
    return new SignatureCheck(PathStyle.NORMALISED, Duration.ofMinutes(5));
  }

  /** The rules of S3: its path is encoded once and not normalised, its clock as lenient ahead. */
  public static SignatureCheck s3() {
    return new SignatureCheck(PathStyle.AS_SENT, BEHIND);
  }

  /**
   * Checks the form of the scope and that the host was signed.
   *
   * @throws AwsError SignatureDoesNotMatch
   */
  public void requireScope(Claim claim, String service) {
    Claim.Scope scope = claim.scope();
    if (!scope.terminator().equals("aws4_request")) {
      throw mismatch(
          "Credential should be scoped with a valid terminator: 'aws4_request', not '"
              + scope.terminator()
              + "'.");
    }
    if (!scope.service().equals(service)) {
      throw mismatch("Credential should be scoped to correct service: '" + service + "'. ");
    }
    if (!REGION.matcher(scope.region()).matches()) {
      throw mismatch(
          "Credential should be scoped to a valid region, not '" + scope.region() + "'. ");
    }
    if (!scope.date().equals(claim.timestamp().substring(0, 8))) {
      throw mismatch(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '%s' != '%s', from '%s'."
                  .formatted(scope.date(), claim.timestamp().substring(0, 8), claim.timestamp()));
    }
    if (!claim.signedHeaders().contains("host")) {
      throw mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  /**
   * Checks that the request was signed at most 15 minutes ago, a presigned one at most its own time
   * ago, and at most 5 minutes ahead, for S3 15.
   *
   * @throws AwsError SignatureDoesNotMatch, with both times
   */
  public void requireFresh(Claim claim, Instant now) {
    Instant signed = time(claim);
    if (isBehind(claim, now)) {
      throw mismatch(
          "Signature expired: %s is now earlier than %s (%s - 15 min.)"
              .formatted(claim.timestamp(), BASIC.format(now.minus(BEHIND)), BASIC.format(now)));
    }
    if (signed.isAfter(now.plus(ahead))) {
      throw mismatch(
          "Signature not yet current: %s is still later than %s (%s + %d min.)"
              .formatted(
                  claim.timestamp(),
                  BASIC.format(now.plus(ahead)),
                  BASIC.format(now),
                  ahead.toMinutes()));
    }
  }

  /** When the claim says that it was signed. */
  public static Instant time(Claim claim) {
    return LocalDateTime.parse(claim.timestamp(), BASIC).toInstant(ZoneOffset.UTC);
  }

  private static boolean isBehind(Claim claim, Instant now) {
    Duration life = BEHIND;
    if (claim.form() instanceof Claim.InQuery query && query.expiresSeconds() != null) {
      life = Duration.ofSeconds(query.expiresSeconds());
    }
    return time(claim).isBefore(now.minus(life));
  }

  /**
   * Computes the signature anew and compares in constant time.
   *
   * @param payloadHash as it stands in the canonical request
   * @throws AwsError SignatureDoesNotMatch
   */
  public void requireSignature(
      Request request, Claim claim, String secretAccessKey, String payloadHash) {
    String canonical = CanonicalRequest.text(request, claim, style, payloadHash);
    String stringToSign =
        String.join(
            "\n",
            ClaimReader.ALGORITHM,
            claim.timestamp(),
            claim.scope().toString(),
            Hash.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    String expected = SigningKey.of(secretAccessKey, claim.scope()).sign(stringToSign);
    if (!Hash.same(expected, claim.signature())) {
      throw mismatch();
    }
  }

  static AwsError mismatch() {
    return mismatch(
        "The request signature we calculated does not match the signature you provided. Check"
            + " your AWS Secret Access Key and signing method. Consult the service documentation"
            + " for details.");
  }

  private static AwsError mismatch(String text) {
    return new AwsError(403, "SignatureDoesNotMatch", text);
  }
}
