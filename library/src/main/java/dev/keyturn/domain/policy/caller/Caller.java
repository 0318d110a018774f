package dev.keyturn.domain.policy.caller;

import dev.keyturn.domain.policy.evaluate.Principal;

/**
 * With which credentials a call is signed. It decides whether {@code aws:MultiFactorAuthPresent} is
 * absent, {@code false} or {@code true}, on which most mistakes in policies rest.
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

  /** As a sentence names it: {@code an access key}. */
  public String description() {
    return description;
  }

  /** Whether the user's policies apply, and not the role's. */
  public boolean isUser() {
    return this != ROLE_SESSION;
  }

  /** Who that is. */
  public Principal principal(Subject subject) {
    return isUser() ? subject.userPrincipal() : subject.rolePrincipal();
  }
}
