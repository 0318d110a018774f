package dev.keyturn.domain.iam.live;

import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.evaluate.PolicySet;

/**
 * The port to the policies that apply to a user or a role: inline and attached ones, those of the
 * user's groups, and the permissions boundary. Every method throws {@link
 * dev.keyturn.domain.failure.FailureException} with an {@code AwsFailure}. Thread-safe.
 */
public interface LivePolicyService {

  /**
   * A user with its policies.
   *
   * @param name its name, with its path when it has one
   */
  record OfUser(String name, PolicySet policies) {}

  /**
   * A role with its policies.
   *
   * @param name its name, with its path when it has one
   * @param trust its trust policy
   */
  record OfRole(String name, PolicySet policies, Policy trust) {}

  /** The policies of the user with this name. */
  OfUser user(IamCaller caller, String name);

  /** The policies of the role with this name. */
  OfRole role(IamCaller caller, String name);
}
