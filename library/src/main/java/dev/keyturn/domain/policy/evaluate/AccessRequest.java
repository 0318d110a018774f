package dev.keyturn.domain.policy.evaluate;

/**
 * A request within one account.
 *
 * @param action such as {@code iam:GetUser}
 * @param resource the ARN; {@code *} for an action without resources
 */
public record AccessRequest(
    Principal principal, String action, String resource, RequestContext context) {}
