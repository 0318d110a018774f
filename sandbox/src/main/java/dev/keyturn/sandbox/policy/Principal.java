package dev.keyturn.sandbox.policy;

/**
 * The caller of a request.
 *
 * @param account the twelve digits of the caller's account
 * @param arn the ARN that GetCallerIdentity gives: of a user, of the account root, of an assumed
 *     role's session, of a federated user
 * @param entityArn the ARN of the user or role of a session, the value of {@code aws:PrincipalArn};
 *     equal to {@code arn} if it is not a session
 */
public record Principal(String account, String arn, String entityArn) {

  /** A caller that is not a session of something else: a user, or the root of an account. */
  public static Principal of(String account, String arn) {
    return new Principal(account, arn, arn);
  }

  boolean isRoot() {
    return isRootOf(arn);
  }

  private boolean isRootOf(String candidate) {
    return candidate.startsWith("arn:") && candidate.endsWith(":iam::" + account + ":root");
  }

  /** How closely one value of {@code "Principal": {"AWS": …}} names this caller. */
  Match match(String element) {
    if (element.equals("*") || (element.equals(arn) && !isRoot())) {
      return Match.CALLER;
    }
    if (element.equals(entityArn) && !isRoot()) {
      return Match.ENTITY;
    }
    return element.equals(account) || isRootOf(element) ? Match.ACCOUNT : Match.NONE;
  }
}
