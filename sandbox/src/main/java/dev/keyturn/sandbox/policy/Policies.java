package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.policy.Decision.Allowed;
import dev.keyturn.sandbox.policy.Decision.ExplicitDeny;
import dev.keyturn.sandbox.policy.Decision.ImplicitDeny;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All policies that apply to a request. A group that is null does not apply; an empty group applies
 * and allows nothing.
 *
 * @param identity of the user and their groups, or of the role
 * @param session given when the session was made
 * @param boundary the permissions boundary of the user or role
 * @param resource the policy of the resource: a role's trust policy or a resource-based one
 */
public record Policies(
    List<PolicyDocument> identity,
    @Nullable List<PolicyDocument> session,
    @Nullable PolicyDocument boundary,
    @Nullable PolicyDocument resource) {

  /** The policies of a caller without session policies and boundary. */
  public static Policies identity(List<PolicyDocument> identity) {
    return new Policies(identity, null, null, null);
  }

  public Policies withSession(List<PolicyDocument> documents) {
    return new Policies(identity, documents, boundary, resource);
  }

  public Policies withBoundary(PolicyDocument document) {
    return new Policies(identity, session, document, resource);
  }

  public Policies withResource(PolicyDocument document) {
    return new Policies(identity, session, boundary, document);
  }

  /**
   * Decides as AWS documents it: a Deny in any policy takes precedence; within one account the
   * policy of the resource can grant access to a caller that it names, while naming the account
   * leaves the decision to the caller's own policies; across accounts both sides must allow; a
   * boundary and session policies only narrow. The account root needs no identity-based policy.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">
   *     IAM User Guide, policy evaluation logic</a>
   */
  public Decision decide(AuthorizationRequest asked) {
    AuthorizationRequest request = boundary == null ? asked : asked.withBoundary();
    Decision denial = denial(request);
    if (denial != null) {
      return denial;
    }
    Match grant = resource == null ? Match.NONE : resource.strongest(Effect.ALLOW, request);
    if (grant == Match.NONE && resourceMustAllow(request)) {
      return new ImplicitDeny(resource == null ? PolicyKind.RESOURCE : resource.kind());
    }
    return request.withinOneAccount() ? decide(request, grant) : decide(request, Match.ACCOUNT);
  }

  /**
   * The statements that fit, those that deny first. The boundary has none of its own unless it
   * denies: it grants nothing.
   */
  public List<MatchedStatement> matching(AuthorizationRequest asked) {
    AuthorizationRequest request = boundary == null ? asked : asked.withBoundary();
    List<PolicyDocument> granting = new ArrayList<>(identity);
    if (resource != null) {
      granting.add(0, resource);
    }
    List<PolicyDocument> denying = new ArrayList<>(granting);
    if (boundary != null) {
      denying.add(boundary);
    }
    return Stream.concat(
            denying.stream().flatMap(document -> document.matching(Effect.DENY, request).stream()),
            granting.stream()
                .flatMap(document -> document.matching(Effect.ALLOW, request).stream()))
        .toList();
  }

  /** The condition keys that a decision on this action looks at and the request does not have. */
  public List<String> missingKeys(AuthorizationRequest request) {
    return all().stream()
        .flatMap(document -> document.keysFor(request).stream())
        .filter(key -> !request.context().has(key))
        .distinct()
        .toList();
  }

  /** Whether the boundary leaves the request to the other policies; null without a boundary. */
  public @Nullable Boolean allowedByBoundary(AuthorizationRequest asked) {
    return boundary == null
        ? null
        : boundary.has(Effect.ALLOW, asked) && !boundary.has(Effect.DENY, asked);
  }

  /** What the policies of the caller's account would decide without that of the resource. */
  public Decision ofCaller(AuthorizationRequest request) {
    Decision decision = new Policies(identity, session, boundary, null).denial(request);
    return decision == null ? decide(request, Match.ACCOUNT) : decision;
  }

  /** What the policy of the resource decides on its own. */
  public Decision ofResource(AuthorizationRequest request) {
    Decision denial = new Policies(List.of(), null, null, resource).denial(request);
    if (denial != null) {
      return denial;
    }
    return resource == null || resource.strongest(Effect.ALLOW, request) == Match.NONE
        ? new ImplicitDeny(PolicyKind.RESOURCE)
        : new Allowed();
  }

  private @Nullable Decision denial(AuthorizationRequest request) {
    for (PolicyDocument document : all()) {
      if (document.has(Effect.DENY, request)) {
        return ExplicitDeny.by(document, request);
      }
    }
    return null;
  }

  private boolean resourceMustAllow(AuthorizationRequest request) {
    boolean isRole = resource != null && resource.kind() == PolicyKind.TRUST;
    return isRole || !request.withinOneAccount();
  }

  private Decision decide(AuthorizationRequest request, Match grant) {
    if (grant == Match.CALLER) {
      return new Allowed();
    }
    boolean granted = grant == Match.ENTITY || request.principal().isRoot();
    if (!granted && !anyAllows(identity, request)) {
      return new ImplicitDeny(PolicyKind.IDENTITY);
    }
    if (boundary != null && !boundary.has(Effect.ALLOW, request)) {
      return new ImplicitDeny(PolicyKind.BOUNDARY);
    }
    if (session != null && !anyAllows(session, request)) {
      return new ImplicitDeny(PolicyKind.SESSION);
    }
    return new Allowed();
  }

  private static boolean anyAllows(List<PolicyDocument> group, AuthorizationRequest request) {
    return group.stream().anyMatch(document -> document.has(Effect.ALLOW, request));
  }

  private List<PolicyDocument> all() {
    List<PolicyDocument> all = new ArrayList<>(identity);
    if (boundary != null) {
      all.add(boundary);
    }
    if (session != null) {
      all.addAll(session);
    }
    if (resource != null) {
      all.add(resource);
    }
    return all;
  }
}
