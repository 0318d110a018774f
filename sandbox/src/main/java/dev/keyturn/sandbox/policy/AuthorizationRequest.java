package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.policy.condition.RequestContext;

/**
 * One question to the evaluator.
 *
 * @param action service and action, for instance {@code s3:GetObject}
 * @param resource the ARN the action works on, or {@code *} for an action without a resource
 * @param resourceAccount the twelve digits of the account that owns the resource
 */
public record AuthorizationRequest(
    Principal principal,
    String action,
    String resource,
    String resourceAccount,
    RequestContext context) {

  boolean withinOneAccount() {
    return principal.account().equals(resourceAccount);
  }
}
