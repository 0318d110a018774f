package dev.keyturn.domain.policy.document;

/**
 * Where a policy is attached, which decides its grammar and its part in a decision.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policies and
 *     permissions</a>
 */
public enum PolicyKind {
  /** Attached to a user, a group or a role: grants. */
  IDENTITY("identity-based policy"),
  /** The permissions boundary of a user or role: limits what the identity-based policies grant. */
  BOUNDARY("permissions boundary"),
  /** Passed to AssumeRole: limits the session. */
  SESSION("session policy"),
  /** Attached to a bucket, queue or topic: grants to the principals that it names. */
  RESOURCE("resource-based policy"),
  /**
   * Attached to a role: who may assume it. It has no Resource element, because the role is the
   * resource.
   */
  TRUST("trust policy");

  private final String description;

  PolicyKind(String description) {
    this.description = description;
  }

  /** The name that AWS's messages and documentation use. */
  public String description() {
    return description;
  }

  /** Whether each of its statements names principals; the others must not name any. */
  public boolean namesPrincipals() {
    return this == RESOURCE || this == TRUST;
  }
}
