package dev.keyturn.sandbox.signature;

import java.util.Map;

/** A signature that does not count. Its message is that of STS and IAM; S3 has words of its own. */
public final class SignatureRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the signature. */
  public enum Reason {
    /** Signed too long ago, for a presigned request longer ago than its own limit. */
    EXPIRED,
    /** Signed too far in the future. */
    NOT_YET_CURRENT,
    /** The credential scope or the list of signed headers is wrong. */
    WRONG_SCOPE,
    /** Signed with another key, or another request was signed. */
    MISMATCH
  }

  private final Reason reason;

  @SuppressWarnings("serial") // never serialized
  private final Map<String, String> comparison;

  private SignatureRefusedException(Reason reason, String message, Map<String, String> comparison) {
    super(message, null, false, false);
    this.reason = reason;
    this.comparison = comparison;
  }

  SignatureRefusedException(Reason reason, String message) {
    this(reason, message, Map.of());
  }

  static SignatureRefusedException mismatch(Comparison comparison) {
    return new SignatureRefusedException(
        Reason.MISMATCH,
        "The request signature we calculated does not match the signature you provided. Check"
            + " your AWS Secret Access Key and signing method. Consult the service documentation"
            + " for details.",
        comparison.elements());
  }

  public Reason reason() {
    return reason;
  }

  /** What was signed, as the elements of S3's answer to a mismatch; empty for other reasons. */
  public Map<String, String> comparison() {
    return comparison;
  }
}
