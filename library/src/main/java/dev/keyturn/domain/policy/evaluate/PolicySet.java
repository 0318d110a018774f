package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Policy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that apply to a request.
 *
 * @param identity those of the user and the user's groups, or of the role
 * @param boundary the permissions boundary; null when there is none
 * @param session the session policies; empty when there are none
 * @param resource the policy of the resource or the trust policy of the role; null when the
 *     resource has none
 */
public record PolicySet(
    List<Policy> identity,
    @Nullable Policy boundary,
    List<Policy> session,
    @Nullable Policy resource) {

  /** Identity-based policies alone. */
  public static PolicySet of(Policy... policies) {
    return new PolicySet(List.of(policies), null, List.of(), null);
  }

  /** The same with a permissions boundary. */
  public PolicySet withBoundary(Policy policy) {
    return new PolicySet(identity, policy, session, resource);
  }

  /** The same with session policies. */
  public PolicySet withSession(Policy... policies) {
    return new PolicySet(identity, boundary, List.of(policies), resource);
  }

  /** The same for a resource with this policy, or for a role with this trust policy. */
  public PolicySet withResource(Policy policy) {
    return new PolicySet(identity, boundary, session, policy);
  }

  /** All of them. */
  public List<Policy> all() {
    List<Policy> all = new ArrayList<>(identity);
    if (boundary != null) {
      all.add(boundary);
    }
    all.addAll(session);
    if (resource != null) {
      all.add(resource);
    }
    return all;
  }
}
