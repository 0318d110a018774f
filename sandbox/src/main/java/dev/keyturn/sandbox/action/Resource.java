package dev.keyturn.sandbox.action;

import dev.keyturn.sandbox.credential.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resource of an action, as policies see it.
 *
 * @param arn the ARN, or {@code *} for an action without a resource
 * @param account the twelve digits of the account that owns it
 * @param policy the policy attached to the resource itself, such as a bucket's; null without one
 * @param keys condition keys that only this action has, such as {@code s3:prefix}
 */
public record Resource(
    String arn, String account, @Nullable String policy, Map<String, String> keys) {

  /**
   * Something without a policy of its own, in the account that its ARN names, else the caller's.
   */
  public static Resource of(String arn, Caller caller) {
    String[] parts = arn.split(":", 6);
    String account =
        parts.length == 6 && parts[4].length() == 12 ? parts[4] : caller.account().id();
    return new Resource(arn, account, null, Map.of());
  }
}
