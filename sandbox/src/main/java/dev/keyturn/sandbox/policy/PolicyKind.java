package dev.keyturn.sandbox.policy;

/** What a policy is attached to; the kinds differ in the elements they must and must not have. */
public enum PolicyKind {
  /** Attached to a user, group or role: says what they may do. */
  IDENTITY("identity-based policy", "an identity-based policy"),
  /** Given with AssumeRole or GetFederationToken: narrows one session. */
  SESSION("session policy", "a session policy"),
  /** The most that identity-based policies can grant. */
  BOUNDARY("permissions boundary", "a permissions boundary"),
  /** Attached to a bucket or the like: says who may use it. */
  RESOURCE("resource-based policy", "a resource-based policy"),
  /** Attached to a role: says who may assume it. */
  TRUST("role trust policy", "the role trust policy");

  private final String noun;
  private final String withArticle;

  PolicyKind(String noun, String withArticle) {
    this.noun = noun;
    this.withArticle = withArticle;
  }

  String noun() {
    return noun;
  }

  String withArticle() {
    return withArticle;
  }

  boolean namesPrincipals() {
    return this == RESOURCE || this == TRUST;
  }
}
