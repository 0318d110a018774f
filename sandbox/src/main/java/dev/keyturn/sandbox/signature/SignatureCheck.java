package dev.keyturn.sandbox.signature;

import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.signature.CanonicalRequest.PathStyle;
import dev.keyturn.sandbox.signature.SignatureRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Checks a claim against the request it came with: scope, clock, signature. Safe for use by several
 * threads.
 */
public final class SignatureCheck {
  /** How long ago a request may have been signed. */
  public static final Duration BEHIND = Duration.ofMinutes(15);

  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

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
   * @throws SignatureRefusedException with the reason
   */
  public void requireScope(Claim claim, String service) {
    Claim.Scope scope = claim.scope();
    if (!scope.terminator().equals("aws4_request")) {
      throw wrongScope(
          "Credential should be scoped with a valid terminator: 'aws4_request', not '"
              + scope.terminator()
              + "'.");
    }
    if (!scope.service().equals(service)) {
      throw wrongScope("Credential should be scoped to correct service: '" + service + "'. ");
    }
    if (!isRegion(scope.region())) {
      throw wrongScope(
          "Credential should be scoped to a valid region, not '" + scope.region() + "'. ");
    }
    if (!scope.date().equals(claim.timestamp().substring(0, 8))) {
      throw wrongScope(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '%s' != '%s', from '%s'."
                  .formatted(scope.date(), claim.timestamp().substring(0, 8), claim.timestamp()));
    }
    if (!claim.signedHeaders().contains("host")) {
      throw wrongScope("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  /** Whether this can be the name of a region. */
  public static boolean isRegion(String name) {
    return REGION.matcher(name).matches();
  }

  /**
   * Checks that the request was signed at most 15 minutes ago, a presigned one at most its own time
   * ago, and at most 5 minutes ahead, for S3 15.
   *
   * @throws SignatureRefusedException with both times
   */
  public void requireFresh(Claim claim, Instant now) {
    Instant signed = time(claim);
    if (isBehind(claim, now)) {
      throw new SignatureRefusedException(
          Reason.EXPIRED,
          "Signature expired: %s is now earlier than %s (%s - 15 min.)"
              .formatted(
                  claim.timestamp(), BasicTime.text(now.minus(BEHIND)), BasicTime.text(now)));
    }
    if (signed.isAfter(now.plus(ahead))) {
      throw new SignatureRefusedException(
          Reason.NOT_YET_CURRENT,
          "Signature not yet current: %s is still later than %s (%s + %d min.)"
              .formatted(
                  claim.timestamp(),
                  BasicTime.text(now.plus(ahead)),
                  BasicTime.text(now),
                  ahead.toMinutes()));
    }
  }

  /**
   * The same where the sandbox's clock was advanced: a request may be signed by a clock that did
   * not move with it. Not a presigned one, whose time to live has then passed.
   *
   * @throws SignatureRefusedException with both times
   */
  public void requireFresh(Claim claim, Instant now, Duration advanced) {
    Instant unmoved = now.minus(advanced);
    boolean byUnmoved =
        claim.form() instanceof Claim.InHeader
            && !isBehind(claim, unmoved)
            && !time(claim).isAfter(unmoved.plus(ahead));
    requireFresh(claim, byUnmoved ? unmoved : now);
  }

  /** When the claim says that it was signed. */
  public static Instant time(Claim claim) {
    return BasicTime.parse(claim.timestamp());
  }

  private static boolean isBehind(Claim claim, Instant now) {
    Duration life = claim.form() instanceof Claim.InQuery query ? query.life() : BEHIND;
    return time(claim).isBefore(now.minus(life));
  }

  /**
   * Computes the signature anew and compares in constant time.
   *
   * @param payloadHash as it is in the canonical request
   * @throws SignatureRefusedException with the reason
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
      throw SignatureRefusedException.mismatch(
          new Comparison(claim.accessKeyId(), claim.signature(), stringToSign, canonical));
    }
  }

  private static SignatureRefusedException wrongScope(String message) {
    return new SignatureRefusedException(Reason.WRONG_SCOPE, message);
  }
}
