package dev.keyturn.sandbox.action;

import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.state.State;
import java.time.Instant;

/**
 * One signed request to an action: caller, parameters, state and time.
 *
 * @param region the region the request was signed for
 * @param sourceIp the address the request came from, as {@code aws:SourceIp} sees it
 * @param secure whether it came over TLS
 * @param now the sandbox's clock at the request
 */
public record Call(
    Parameters parameters,
    Caller caller,
    State state,
    Instant now,
    String region,
    String sourceIp,
    boolean secure,
    Authorizer authorizer) {

  /** Decides by the caller's policies. */
  @FunctionalInterface
  public interface Authorizer {
    /**
     * Passes, or refuses.
     *
     * @throws AwsError AccessDenied, with the caller, the action, the resource and the reason
     */
    void authorize(Call call, String action, Resource resource);
  }

  /**
   * Passes when the caller's policies allow it.
   *
   * @param action with its service prefix, such as {@code iam:GetUser}
   * @param resource the ARN acted on, or {@code *}
   * @throws AwsError AccessDenied, with the caller, the action, the resource and the reason
   */
  public void authorize(String action, String resource) {
    authorize(action, Resource.of(resource, caller));
  }

  /**
   * Passes when the caller's policies and the resource's own allow it.
   *
   * @throws AwsError AccessDenied, with the caller, the action, the resource and the reason
   */
  public void authorize(String action, Resource resource) {
    authorizer.authorize(this, action, resource);
  }
}
