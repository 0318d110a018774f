package dev.keyturn.domain.profile.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of AssumeRole other than role, duration and MFA code. Role sessions that differ in
 * any of them are different sessions.
 *
 * @param sessionName the role session's name; null to generate one
 * @param externalId the external id that the role's trust policy requires; null for none
 * @param sourceIdentity the person or program that uses the role session; null for none
 * @param tags session tags in the order given
 * @param policies the session policies
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">
 *     AssumeRole</a>
 */
public record RoleParameters(
    @Nullable String sessionName,
    @Nullable String externalId,
    @Nullable String sourceIdentity,
    List<SessionTag> tags,
    SessionPolicies policies) {

  /** Only what AWS requires. */
  public static final RoleParameters NONE =
      new RoleParameters(null, null, null, List.of(), SessionPolicies.NONE);

  /** Whether they are only what AWS requires. */
  public boolean isNone() {
    // Avoids equals, whose code is generated at its first call and would delay a cached answer.
    return sessionName == null
        && externalId == null
        && sourceIdentity == null
        && tags.isEmpty()
        && policies.isNone();
  }
}
