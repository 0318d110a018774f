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

  Match match(Principal principal) {
    Match listed = aws.stream().map(principal::match).reduce(Match.NONE, Match::closer);
    if (negated) {
      return listed == Match.NONE ? Match.CALLER : Match.NONE;
    }
    return listed;
  }
}
