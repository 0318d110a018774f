package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.RefusedKeyCause;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.code.CodeSettings;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.store.StorePlace;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the session of a profile is made, as far as that can be determined without a network.
 *
 * @param profile the profile's name
 * @param layout the layout of its files
 * @param target the section of the credentials file to write the session to; null for none
 * @param region the region whose STS is called, or the region of the profile
 * @param partition the partition the region belongs to, such as {@code aws-cn}
 * @param endpoints the endpoints of STS and IAM
 * @param device the MFA device named in the files; null when it has to be looked up
 * @param userArn the user that the keys belong to, if the files name it; null otherwise
 * @param codes the sources of MFA codes
 * @param base the credentials the first call is signed with
 * @param steps the calls in order; the last one's credentials are the session
 * @param toolVariables the profile's settings as variables for tools that use its session
 * @param values every value used, with its place; secrets are masked
 * @param warnings messages for the user
 */
public record SessionPlan(
    String profile,
    Layout layout,
    @Nullable Target target,
    String region,
    String partition,
    Endpoints endpoints,
    @Nullable MfaDevice device,
    @Nullable String userArn,
    CodeSettings codes,
    Base base,
    List<Step> steps,
    Map<String, String> toolVariables,
    List<PlanValue> values,
    List<Warning> warnings) {

  /** Whether one of its calls carries an MFA code. */
  public boolean needsCode() {
    return FoundDevice.isAskedBy(steps);
  }

  /** The same plan for session keys: the first role takes the code. */
  public SessionPlan ofSessionKeys() {
    if (steps.size() < 2 || !(steps.get(0) instanceof Step.GetSessionToken)) {
      return this;
    }
    List<Step> roles = new ArrayList<>(steps.subList(1, steps.size()));
    roles.set(0, ((Step.AssumeRole) roles.get(0)).withCode());
    return with(target, device, List.copyOf(roles), values, warnings);
  }

  /** The plan for a session of the user that the keys belong to, without any role. */
  public SessionPlan ofUser() {
    Step first = steps.isEmpty() ? null : steps.get(0);
    Step session =
        first instanceof Step.GetSessionToken
            ? first
            : new Step.GetSessionToken(Durations.SESSION_DEFAULT, true);
    return with(roleArn() == null ? target : null, device, List.of(session), values, warnings);
  }

  /** The same plan for a user who has no MFA device. */
  public SessionPlan withoutCode() {
    return with(target, null, FoundDevice.none(steps), values, warnings);
  }

  /** The same plan with a device that is not named in files or options. */
  public SessionPlan withDevice(MfaDevice named, String source) {
    List<PlanValue> all = new ArrayList<>(values);
    all.add(new PlanValue("mfa_serial", named.serialNumber(), null, source));
    return with(target, named, steps, List.copyOf(all), warnings);
  }

  /** The same plan with other warnings. */
  public SessionPlan withWarnings(List<Warning> others) {
    return with(target, device, steps, values, List.copyOf(others));
  }

  SessionPlan with(
      @Nullable Target otherTarget,
      @Nullable MfaDevice otherDevice,
      List<Step> otherSteps,
      List<PlanValue> otherValues,
      List<Warning> otherWarnings) {
    return new SessionPlan(
        profile,
        layout,
        otherTarget,
        region,
        partition,
        endpoints,
        otherDevice,
        userArn,
        codes,
        base,
        otherSteps,
        toolVariables,
        otherValues,
        otherWarnings);
  }

  /** The long-term key that signs the first call, in any place; empty for other bases. */
  public Optional<String> longTermKeyId() {
    if (base instanceof Base.Keys keys) {
      return Optional.of(keys.key().id());
    }
    if (base instanceof Base.Environment environment) {
      return Optional.of(environment.key().id()).filter(id -> environment.token() == null);
    }
    return base instanceof Base.Store stored ? Optional.of(stored.accessKeyId()) : Optional.empty();
  }

  /** The same failure, completed with this profile and its keys. */
  public FailureException concerned(FailureException e) {
    RefusedKeyCause.Kind kind =
        base instanceof Base.Environment
            ? RefusedKeyCause.Kind.ENVIRONMENT
            : base instanceof Base.Store ? RefusedKeyCause.Kind.STORE : RefusedKeyCause.Kind.FILES;
    String section = base.profile();
    return e.concerning(
        profile, new RefusedKeyCause.Holder(kind, section == null ? profile : section));
  }

  /** The role of the session; null for a user's session. */
  public @Nullable String roleArn() {
    Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
    return last instanceof Step.AssumeRole role ? role.roleArn() : null;
  }

  /** The session policies. */
  public SessionPolicies policies() {
    Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
    return last instanceof Step.AssumeRole role
        ? role.parameters().policies()
        : SessionPolicies.NONE;
  }

  /**
   * Where the session's keys are written.
   *
   * @param section the section's name in the credentials file
   * @param derived whether it is a separate profile such as {@code X-mfa}
   * @param settings the settings of a derived profile in the config file: region and output of its
   *     source
   */
  public record Target(String section, boolean derived, Map<String, String> settings) {}

  /**
   * The endpoints to call.
   *
   * @param sts STS's endpoint
   * @param stsSigningRegion the region STS requests are signed for
   * @param iam IAM's endpoint
   * @param iamSigningRegion the region IAM requests are signed for, one per partition
   * @param caBundle the certificates to trust; null for those of the Java runtime
   */
  public record Endpoints(
      URI sts,
      String stsSigningRegion,
      URI iam,
      String iamSigningRegion,
      @Nullable CaBundle caBundle) {}

  /** The credentials that sign the first call. */
  public sealed interface Base {
    /** The stable name in outputs. */
    default String kind() {
      return "access-key";
    }

    /** The profile or section it belongs to; null for the environment. */
    default @Nullable String profile() {
      return null;
    }

    /**
     * Long-term keys in the files.
     *
     * @param profile the section that contains them
     * @param key the key
     */
    record Keys(String profile, AccessKey key) implements Base {}

    /**
     * The keys of a session that another tool stored; GetSessionToken cannot be called with them.
     *
     * @param profile the section that contains them
     * @param key the temporary key
     * @param token its session token
     */
    record StoredSession(String profile, AccessKey key, Secret token) implements Base {}

    /**
     * Keys in the environment, for {@code credential_source} or for a profile without credentials.
     *
     * @param key the key
     * @param token its session token; null for a long-term key
     */
    record Environment(AccessKey key, @Nullable Secret token) implements Base {
      @Override
      public String kind() {
        return "environment";
      }
    }

    /**
     * The output of a command.
     *
     * @param profile the profile that names it
     * @param command the command line as written
     */
    record CredentialProcess(String profile, String command) implements Changing {
      @Override
      public String kind() {
        return "credential-process";
      }
    }

    /**
     * A long-term key in a store.
     *
     * @param profile the section that names the store
     * @param place the store
     * @param accessKeyId the key
     */
    record Store(String profile, StorePlace place, String accessKeyId) implements Base {
      @Override
      public String kind() {
        return "store";
      }
    }

    /** A source whose key may change: it is known only after asking the source. */
    sealed interface Changing extends Base permits CredentialProcess, SignIn {
      @Override
      String profile();
    }

    /**
     * A source that Keyturn names but does not use itself.
     *
     * @param kind {@code web-identity}, {@code container} or {@code instance}
     * @param profile the profile that names it
     */
    record Other(String kind, String profile) implements Base {}
  }

  /** One call to STS. */
  public sealed interface Step {
    /** The requested duration of the credentials. */
    Duration duration();

    /** Whether the call carries the MFA code. */
    boolean mfa();

    /**
     * A session of the user.
     *
     * @param duration the requested duration
     * @param mfa whether the call carries the MFA code
     */
    record GetSessionToken(Duration duration, boolean mfa) implements Step {}

    /**
     * A session of a role.
     *
     * @param profile the profile that names the role
     * @param roleArn the role
     * @param parameters the other parameters of the call
     * @param duration the requested duration
     * @param mfa whether the call carries the MFA code
     */
    record AssumeRole(
        String profile, String roleArn, RoleParameters parameters, Duration duration, boolean mfa)
        implements Step {

      AssumeRole withCode() {
        return new AssumeRole(profile, roleArn, parameters, duration, true);
      }
    }
  }
}
