package dev.keyturn.domain.policy.check;

/**
 * A call to try.
 *
 * @param action such as {@code iam:GetUser}
 * @param resource the ARN, or {@code *}
 * @param detail what distinguishes it from others of the same action; empty when it is the only one
 * @param withCode whether the call itself contains an MFA code, as AssumeRole may
 */
public record Probe(String action, String resource, String detail, boolean withCode) {

  static Probe of(String action, String resource) {
    return new Probe(action, resource, "", false);
  }

  static Probe of(String action, String resource, String detail) {
    return new Probe(action, resource, detail, false);
  }

  /** Its display form: {@code iam:CreateVirtualMFADevice (second device)}. */
  public String label() {
    return detail.isEmpty() ? action : action + " (" + detail + ")";
  }
}
