package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Effect;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.document.Principals;
import dev.keyturn.domain.policy.document.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one request within one account. A matching Deny in any policy takes precedence.
 * Otherwise a resource-based policy or the identity-based policies must allow the request, and so
 * must a permissions boundary and session policies, if any; the role's trust policy must always
 * allow it.
 *
 * <p>Service control policies, VPC endpoint policies and cross-account requests are not covered.
 */
public final class Evaluation {

  private final PolicySet policies;
  private final StatementMatch match;

  private Evaluation(PolicySet policies, AccessRequest request) {
    this.policies = policies;
    this.match = new StatementMatch(request, policies.boundary() != null);
  }

  /** The decision of {@code policies} on {@code request}. */
  public static Decision decide(PolicySet policies, AccessRequest request) {
    return new Evaluation(policies, request).decide();
  }

  private Decision decide() {
    for (Policy policy : policies.all()) {
      Statement deny = first(Effect.DENY, policy);
      if (deny != null) {
        return new Decision.ExplicitDeny(policy.kind(), deny.id());
      }
    }
    Policy resource = policies.resource();
    return resource == null ? byIdentity() : byResource(resource);
  }

  private Decision byResource(Policy policy) {
    Statement grant = closestGrant(policy);
    if (grant == null) {
      return policy.kind() == PolicyKind.TRUST
          ? implicit(PolicyKind.TRUST, List.of(policy))
          : byIdentity();
    }
    Decision allow = new Decision.Allow(grant.id());
    return switch (principalMatch(grant)) {
      case PRINCIPAL -> allow;
      case ROLE -> limited(allow);
      case ACCOUNT, NONE -> byIdentity();
    };
  }

  /** The allowing statement that names the principal most closely. */
  private @Nullable Statement closestGrant(Policy policy) {
    return matching(Effect.ALLOW, policy)
        .min(Comparator.comparing(this::principalMatch))
        .orElse(null);
  }

  private PrincipalMatch principalMatch(Statement statement) {
    Principals principals = statement.principals();
    return principals == null ? PrincipalMatch.NONE : match.principalMatch(principals);
  }

  private Decision byIdentity() {
    for (Policy policy : policies.identity()) {
      Statement allow = first(Effect.ALLOW, policy);
      if (allow != null) {
        return limited(new Decision.Allow(allow.id()));
      }
    }
    return implicit(PolicyKind.IDENTITY, granting());
  }

  /** The policies that can each allow it on their own. */
  private List<Policy> granting() {
    List<Policy> granting = new ArrayList<>(policies.identity());
    Policy resource = policies.resource();
    if (resource != null && resource.kind() == PolicyKind.RESOURCE) {
      granting.add(resource);
    }
    return granting;
  }

  /** The boundary and a session policy must allow it too. */
  private Decision limited(Decision allowed) {
    Policy boundary = policies.boundary();
    if (boundary != null && first(Effect.ALLOW, boundary) == null) {
      return implicit(PolicyKind.BOUNDARY, List.of(boundary));
    }
    List<Policy> session = policies.session();
    boolean within =
        session.isEmpty() || session.stream().anyMatch(p -> first(Effect.ALLOW, p) != null);
    return within ? allowed : implicit(PolicyKind.SESSION, session);
  }

  private Decision implicit(PolicyKind kind, List<Policy> wanting) {
    return new Decision.ImplicitDeny(kind, nearMiss(wanting));
  }

  private Decision.@Nullable NearMiss nearMiss(List<Policy> wanting) {
    for (Policy policy : wanting) {
      for (Statement statement : policy.statements()) {
        Decision.NearMiss miss =
            statement.effect() == Effect.ALLOW ? match.nearMiss(statement) : null;
        if (miss != null) {
          return miss;
        }
      }
    }
    return null;
  }

  private @Nullable Statement first(Effect effect, Policy policy) {
    return matching(effect, policy).findFirst().orElse(null);
  }

  private Stream<Statement> matching(Effect effect, Policy policy) {
    return policy.statements().stream()
        .filter(statement -> statement.effect() == effect && match.matches(statement));
  }
}
