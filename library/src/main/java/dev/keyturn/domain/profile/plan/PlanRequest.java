package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.environment.SetVariables;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks beyond the files. Null means "as the files say".
 *
 * @param profile the profile
 * @param profileIsExplicit whether the user named it; an implicit {@code default} may be missing
 * @param duration how long the session shall last
 * @param device the MFA device
 * @param roleArn a role to assume with the profile's session
 * @param roleSessionName the role session's name
 * @param externalId what the role's trust policy asks for
 * @param sourceIdentity who is behind the role session
 * @param tags session tags
 * @param saveAs the section that shall take the session
 * @param longTermSuffix what follows the name in the section with long-term keys, {@code
 *     -long-term} by default
 * @param shortTermSuffix what follows the name in the section that takes the session, empty by
 *     default
 * @param allowHttp whether endpoints over plain http beyond loopback are allowed
 * @param environment the variables that the AWS tools read, such as {@code AWS_REGION}
 */
public record PlanRequest(
    String profile,
    boolean profileIsExplicit,
    @Nullable Duration duration,
    @Nullable MfaDevice device,
    @Nullable String roleArn,
    @Nullable String roleSessionName,
    @Nullable String externalId,
    @Nullable String sourceIdentity,
    List<SessionPlan.Tag> tags,
    @Nullable String saveAs,
    String longTermSuffix,
    String shortTermSuffix,
    boolean allowHttp,
    Map<String, String> environment) {

  /** Without the settings that Keyturn has set for another profile: nobody asks for those. */
  public PlanRequest {
    environment = SetVariables.without(environment);
  }

  /** The value of {@code variable}; a blank one counts as unset, as in the AWS SDKs. */
  public Optional<String> variable(Variable variable) {
    String value = variable.in(environment);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /**
   * A request for {@code profile} for what asks no network: nothing is sent anywhere, so that no
   * endpoint is refused.
   */
  public static PlanRequest offline(String profile, Map<String, String> environment) {
    return of(profile, true, environment);
  }

  /** As {@link #offline}, in {@code region}, whatever files and environment say of endpoints. */
  public static PlanRequest anywhere(
      String profile, Map<String, String> environment, String region) {
    Map<String, String> elsewhere = new HashMap<>(environment);
    elsewhere.remove(Variable.KEYTURN_SET.name());
    elsewhere.put(Variable.AWS_REGION.name(), region);
    elsewhere.put(Variable.AWS_STS_REGIONAL_ENDPOINTS.name(), "regional");
    elsewhere.put(Variable.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS.name(), "true");
    return offline(profile, elsewhere);
  }

  /** The same request, with a role assumed on top. */
  public PlanRequest withRole(String arn) {
    return new PlanRequest(
        profile,
        profileIsExplicit,
        duration,
        device,
        arn,
        roleSessionName,
        externalId,
        sourceIdentity,
        tags,
        saveAs,
        longTermSuffix,
        shortTermSuffix,
        allowHttp,
        environment);
  }

  /** A request for {@code profile} with nothing beyond what files and environment say. */
  public static PlanRequest of(String profile, Map<String, String> environment) {
    return of(profile, false, environment);
  }

  private static PlanRequest of(
      String profile, boolean allowHttp, Map<String, String> environment) {
    return new PlanRequest(
        profile,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        Suffixes.LONG_TERM,
        "",
        allowHttp,
        environment);
  }
}
