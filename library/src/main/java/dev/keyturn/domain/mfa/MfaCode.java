package dev.keyturn.domain.mfa;

import dev.keyturn.domain.failure.Failure;

/** A six-digit MFA code. Its {@link #toString()} is masked: a code is a secret for 30 seconds. */
public final class MfaCode {

  private final String digits;

  private MfaCode(String digits) {
    this.digits = digits;
  }

  /** Whether {@code text} is six ASCII digits. */
  public static boolean isCode(String text) {
    return text.length() == 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Parses a code as typed: spaces around it and in the middle are allowed, as apps display them.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when it is not six digits; the
   *     message does not repeat the text
   */
  public static MfaCode parse(String text) {
    String digits = text.replace(" ", "").strip();
    if (!isCode(digits)) {
      throw new Failure.Usage(
              "an MFA code is six digits", "type the six digits that the device shows now")
          .exception();
    }
    return new MfaCode(digits);
  }

  /** The six digits, to be sent to STS and compared with the ledger. */
  public String digits() {
    return digits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MfaCode code && digits.equals(code.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "******";
  }
}
