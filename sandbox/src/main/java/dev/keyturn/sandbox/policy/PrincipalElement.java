package dev.keyturn.sandbox.policy;

import java.util.List;

/**
 * The element Principal, or with {@code negated} the element NotPrincipal. Services, federation
 * providers and canonical users are never callers of the sandbox: they may be named, and name
 * nobody.
 *
 * @param aws the values under {@code "AWS"}; {@code "Principal": "*"} is the same as {@code {"AWS":
 *     "*"}}
 */
record PrincipalElement(boolean negated, List<String> aws) {

  /**
   * How the element names {@code principal}. With a permissions boundary, NotPrincipal excepts
   * nobody.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">IAM
   *     User Guide, NotPrincipal</a>
   */
  Match match(Principal principal, boolean bounded) {
    if (negated && bounded) {
      return Match.CALLER;
    }
    Match listed = aws.stream().map(principal::match).reduce(Match.NONE, Match::closer);
    if (negated) {
      return listed == Match.NONE ? Match.CALLER : Match.NONE;
    }
    return listed;
  }
}
