package dev.keyturn.domain.profile.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What AssumeRole is called with beside the role, the duration and the MFA code. Two role sessions
 * that differ in any of it are different sessions.
 *
 * @param sessionName the role session's name; null to make one
 * @param externalId what the role's trust policy asks for; null for none
 * @param sourceIdentity the person or program that uses the role session; null for none
 * @param tags session tags in the order given
 * @param policies what limits the role session
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">
 *     AssumeRole</a>
 */
public record RoleParameters(
    @Nullable String sessionName,
    @Nullable String externalId,
    @Nullable String sourceIdentity,
    List<SessionTag> tags,
    SessionPolicies policies) {

  /** Nothing beyond what AWS needs. */
  public static final RoleParameters NONE =
      new RoleParameters(null, null, null, List.of(), SessionPolicies.NONE);

  /** Whether it is nothing beyond what AWS needs. */
  public boolean isNone() {
    // Avoids equals: a cached answer would wait for its code, which is made at the first call.
    return sessionName == null
        && externalId == null
        && sourceIdentity == null
        && tags.isEmpty()
        && policies.isNone();
  }
}
