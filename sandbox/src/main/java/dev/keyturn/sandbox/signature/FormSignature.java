package dev.keyturn.sandbox.signature;

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
   * Computes the signature anew and compares in constant time.
   *
   * @throws SignatureRefusedException for another signature
   */
  public static void require(Claim claim, String policy, String secretAccessKey) {
    String expected = SigningKey.of(secretAccessKey, claim.scope()).sign(policy);
    if (!Hash.same(expected, claim.signature())) {
      throw SignatureRefusedException.mismatch(
          new Comparison(claim.accessKeyId(), claim.signature(), policy, null));
    }
  }
}
