package dev.keyturn.domain.policy.caller;

import dev.keyturn.domain.policy.evaluate.Principal;

/**
 * The kind of credentials that sign a call. It decides whether {@code aws:MultiFactorAuthPresent}
 * is absent, {@code false} or {@code true}, which is the cause of most mistakes in policies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent">aws:MultiFactorAuthPresent</a>
 */
public enum Caller {
  /** An access key of a user: there are no MFA keys in the request. */
  LONG_TERM_KEY("an access key"),
  /** GetSessionToken without a code: {@code false}, and no age. */
  SESSION_WITHOUT_MFA("a session without MFA"),
  /** GetSessionToken with a code: {@code true}, and the age. */
  SESSION_WITH_MFA("a session with MFA"),
  /**
   * AssumeRole, with a code or without: there are no MFA keys in the requests of the session.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html">Secure
   *     API access with MFA</a>
   */
  ROLE_SESSION("a role session");

  private final String description;

  Caller(String description) {
    this.description = description;
  }

  /** Its name in a sentence: {@code an access key}. */
  public String description() {
    return description;
  }

  /** Whether the user's policies apply, rather than the role's. */
  public boolean isUser() {
    return this != ROLE_SESSION;
  }

  /** Its description. */
  public Principal principal(Subject subject) {
    return isUser() ? subject.userPrincipal() : subject.rolePrincipal();
  }
}
