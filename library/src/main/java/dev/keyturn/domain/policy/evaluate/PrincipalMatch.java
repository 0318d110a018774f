package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Principals;

/**
 * How a statement of a resource-based policy names the principal of a request, the closest first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic, resource-based policies</a>
 */
enum PrincipalMatch {
  /**
   * By the user or the role session: an implicit deny in the principal's own policies has no
   * effect.
   */
  PRINCIPAL,
  /** By the role of the session: boundary and session policies limit it. */
  ROLE,
  /**
   * By the account: the principal's own policies decide, so that this grants nothing within the
   * account.
   */
  ACCOUNT,
  /** Not at all. */
  NONE;

  /**
   * How {@code principals} name {@code principal}.
   *
   * @param bounded whether the principal has a permissions boundary: NotPrincipal then never
   *     exempts it
   */
  static PrincipalMatch of(Principal principal, boolean bounded, Principals principals) {
    if (principals.excluded() && bounded) {
      return PRINCIPAL;
    }
    PrincipalMatch closest = NONE;
    for (Principals.Name name : principals.names()) {
      PrincipalMatch match = of(principal, name);
      closest = match.compareTo(closest) < 0 ? match : closest;
    }
    PrincipalMatch opposite = closest == NONE ? PRINCIPAL : NONE;
    return principals.excluded() ? opposite : closest;
  }

  private static PrincipalMatch of(Principal principal, Principals.Name name) {
    return switch (name.type()) {
      case ANYBODY -> PRINCIPAL;
      case AWS -> ofAws(principal, name.value());
      case SERVICE, FEDERATED, CANONICAL_USER -> NONE;
    };
  }

  private static PrincipalMatch ofAws(Principal principal, String value) {
    if (value.equals(principal.arn())) {
      return PRINCIPAL;
    }
    if (value.equals(principal.entityArn())) {
      return ROLE;
    }
    boolean account =
        value.equals(principal.account())
            || (value.startsWith("arn:")
                && value.endsWith(":iam::" + principal.account() + ":root"));
    return account ? ACCOUNT : NONE;
  }
}
