package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.environment.ChangedEnvironment;
import dev.keyturn.domain.environment.EnvironmentCredentials;
import dev.keyturn.domain.environment.SetVariables;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.code.CodeOrigin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user requests in addition to the files. Null means "as the files say".
 *
 * @param profile the profile
 * @param typed whether the user named it; a {@code default} that was not named may be missing
 * @param duration how long the session is to last
 * @param device the MFA device
 * @param roleArn a role to assume with the profile's session
 * @param role how the last role is assumed
 * @param policies the session policies of the last role
 * @param saveAs the section to write the session to
 * @param suffixes the suffixes of the sections that belong to the profile
 * @param allowHttp whether endpoints over plain http beyond loopback are allowed
 * @param prompt the allowed sources of MFA codes, in order
 * @param environment the variables that the AWS tools read, such as {@code AWS_REGION}
 */
public record PlanRequest(
    String profile,
    boolean typed,
    @Nullable Duration duration,
    @Nullable MfaDevice device,
    @Nullable String roleArn,
    RoleParameters role,
    PolicyRequest policies,
    @Nullable String saveAs,
    Suffixes suffixes,
    boolean allowHttp,
    @Nullable List<CodeOrigin> prompt,
    Map<String, String> environment) {

  /**
   * Leaves out the settings that Keyturn has set for another profile, which the user did not
   * request.
   */
  public PlanRequest {
    environment = SetVariables.without(environment);
  }

  /** A request for {@code profile} with only files and environment. */
  public static PlanRequest of(String profile, Map<String, String> environment) {
    return new PlanRequest(
        profile,
        true,
        null,
        null,
        null,
        RoleParameters.NONE,
        PolicyRequest.NONE,
        null,
        Suffixes.STANDARD,
        false,
        null,
        environment);
  }

  /**
   * A request for {@code profile} from a caller that uses no network: since nothing is sent, no
   * endpoint is refused.
   */
  public static PlanRequest offline(String profile, Map<String, String> environment) {
    return of(profile, environment).withHttp(true);
  }

  /** As {@link #offline}, in {@code region}, ignoring the endpoints of files and environment. */
  public static PlanRequest anywhere(
      String profile, Map<String, String> environment, String region) {
    Map<String, @Nullable String> elsewhere = new HashMap<>();
    elsewhere.put(Variable.KEYTURN_SET.name(), null);
    elsewhere.put(Variable.AWS_REGION.name(), region);
    elsewhere.put(Variable.AWS_STS_REGIONAL_ENDPOINTS.name(), "regional");
    elsewhere.put(Variable.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS.name(), "true");
    return offline(profile, new ChangedEnvironment(environment, elsewhere));
  }

  /** The same, with the profile marked as named by the user or not. */
  public PlanRequest withTyped(boolean typed) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same for this duration. */
  public PlanRequest withDuration(@Nullable Duration duration) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same with this device. */
  public PlanRequest withDevice(@Nullable MfaDevice device) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same with this role assumed on top. */
  public PlanRequest withRole(@Nullable String roleArn) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same with the last role assumed in this way. */
  public PlanRequest withParameters(RoleParameters role) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same with these session policies. */
  public PlanRequest withPolicies(PolicyRequest policies) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same for this section. */
  public PlanRequest withSaveAs(@Nullable String saveAs) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same with other suffixes. */
  public PlanRequest withSuffixes(Suffixes suffixes) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same with plain http allowed or not. */
  public PlanRequest withHttp(boolean allowHttp) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /** The same with codes from these origins. */
  public PlanRequest withPrompt(@Nullable List<CodeOrigin> prompt) {
    return new PlanRequest(
        profile,
        typed,
        duration,
        device,
        roleArn,
        role,
        policies,
        saveAs,
        suffixes,
        allowHttp,
        prompt,
        environment);
  }

  /**
   * Whether no profile was named and the environment has keys that Keyturn did not set: all AWS
   * tools use these keys then.
   */
  public boolean isForKeysOfEnvironment() {
    return !typed
        && variable(Variable.AWS_PROFILE).isEmpty()
        && variable(Variable.AWS_DEFAULT_PROFILE).isEmpty()
        && EnvironmentCredentials.areKeys(environment)
        && EnvironmentCredentials.profile(environment).isEmpty();
  }

  /** The value of {@code variable}; a blank one counts as unset, as in the AWS SDKs. */
  public Optional<String> variable(Variable variable) {
    String value = variable.in(environment);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
