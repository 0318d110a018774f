package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.policy.condition.RequestContext;

/**
 * One question to the evaluator.
 *
 * @param action service and action, for instance {@code s3:GetObject}
 * @param resource the ARN the action works on, or {@code *} for an action without a resource
 * @param resourceAccount the twelve digits of the account that owns the resource
 * @param bounded whether the principal has a permissions boundary
 */
public record AuthorizationRequest(
    Principal principal,
    String action,
    String resource,
    String resourceAccount,
    RequestContext context,
    boolean bounded) {

  /** By a principal without permissions boundary, as far as is known here. */
  public AuthorizationRequest(
      Principal principal,
      String action,
      String resource,
      String resourceAccount,
      RequestContext context) {
    this(principal, action, resource, resourceAccount, context, false);
  }

  AuthorizationRequest withBoundary() {
    return new AuthorizationRequest(principal, action, resource, resourceAccount, context, true);
  }

  /** Whether the resource is of the principal's account. */
  public boolean withinOneAccount() {
    return principal.account().equals(resourceAccount);
  }
}
