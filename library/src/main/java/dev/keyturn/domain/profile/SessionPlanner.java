package dev.keyturn.domain.profile;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Chain.Lifetime;
import dev.keyturn.domain.profile.Chain.Role;
import dev.keyturn.domain.profile.SessionPlan.Base;
import dev.keyturn.domain.profile.SessionPlan.Step;
import dev.keyturn.domain.profile.SessionPlan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the session of a profile is made, from what the files, the environment and the user
 * say. Asks no network, reads no file, never judges the shape of a key or an account id. Stateless
 * and thread-safe.
 */
public final class SessionPlanner {

  /**
   * The plan for {@code request}.
   *
   * @throws FailureException {@code UnknownProfile}, {@code UnknownSource}, {@code SourceLoop},
   *     {@code BadProfile}, {@code ForbiddenTarget} or {@code PlainHttp} for what the files say;
   *     {@code Usage} for options that cannot be met
   */
  public SessionPlan plan(AwsConfiguration files, PlanRequest request) {
    return new Planning(files, request).run();
  }

  /** One run of the planner. */
  private static final class Planning {

    private final AwsConfiguration files;
    private final PlanRequest request;
    private final Suffixes suffixes;
    private final Findings findings = new Findings();

    Planning(AwsConfiguration files, PlanRequest request) {
      this.files = files;
      this.request = request;
      this.suffixes = Suffixes.of(request);
    }

    SessionPlan run() {
      String profile = new ProfileLookup(files, request, suffixes, findings).subject();
      Chain walked = new ChainWalk(files, request, suffixes, findings).from(profile);
      Chain chain = withOptions(walked);
      new LayoutTies(files, suffixes, findings).warn(profile, chain.layout());
      requireSomethingToDo(profile, chain);
      MfaDevice device = device(chain);
      RegionRule.Region region = new RegionRule(files, request, chain, findings).choose();
      requireOnePartition(profile, chain, device, region);
      Section section = chain.sections().get(0);
      List<Step> steps =
          new StepRule(request.duration(), chain, needsCode(walked, device), findings).steps();
      Target target =
          steps.isEmpty()
              ? null
              : SessionTarget.choose(files, request, profile, suffixes, chain, findings);
      warnOfEnvironmentKeys(profile, chain);
      return new SessionPlan(
          profile,
          chain.layout(),
          target,
          region.name(),
          Partition.ofRegion(region.name()).id(),
          new EndpointRules(files, request, section, findings, region.name()).resolve(),
          device,
          used(chain, "user_arn"),
          used(chain, "mfa_process"),
          chain.source().base(),
          steps,
          findings.values(),
          findings.warnings());
    }

    private @Nullable String used(Chain chain, String name) {
      return chain.setting(name).map(findings::use).orElse(null);
    }

    // --- options -------------------------------------------------------------------------------

    private Chain withOptions(Chain chain) {
      String roleArn = request.roleArn();
      List<Role> roles = new ArrayList<>(chain.roles());
      if (roleArn != null) {
        findings.use("role_arn", roleArn, "--role-arn");
        roles.add(
            new Role(
                request.profile(),
                roleArn,
                "--role-arn",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                false));
      }
      if (roles.isEmpty()) {
        requireNoRoleOptions();
      } else {
        int last = roles.size() - 1;
        roles.set(last, withOptions(roles.get(last)));
      }
      return new Chain(chain.layout(), chain.source(), List.copyOf(roles), chain.sections());
    }

    private Role withOptions(Role role) {
      return new Role(
          role.profile(),
          role.arn(),
          role.place(),
          option("role_session_name", request.roleSessionName(), role.sessionName()),
          option("external_id", request.externalId(), role.externalId()),
          option("source_identity", request.sourceIdentity(), role.sourceIdentity()),
          request.tags(),
          role.device(),
          role.duration(),
          role.direct());
    }

    private @Nullable String option(String name, @Nullable String given, @Nullable String ofFile) {
      return given == null ? ofFile : findings.use(name, given, "--" + name.replace('_', '-'));
    }

    private void requireNoRoleOptions() {
      boolean given =
          request.roleSessionName() != null
              || request.externalId() != null
              || request.sourceIdentity() != null
              || !request.tags().isEmpty();
      if (given) {
        throw new Failure.Usage(
                "--role-session-name, --external-id, --source-identity and --tag belong to a role,"
                    + " and profile '"
                    + request.profile()
                    + "' assumes none",
                "add --role-arn ARN")
            .exception();
      }
    }

    // --- device --------------------------------------------------------------------------------

    private @Nullable MfaDevice device(Chain chain) {
      MfaDevice given = request.device();
      if (given != null) {
        findings.use("mfa_serial", given.serialNumber(), "--device");
        return given;
      }
      return deviceSetting(chain)
          .map(findings::use)
          .or(() -> serialOfEnvironment(chain))
          .map(MfaDevice::new)
          .orElse(null);
    }

    /** Fills in a device that the files leave out, as aws-vault reads the variable. */
    private Optional<String> serialOfEnvironment(Chain chain) {
      return chain.source().lifetime() == Lifetime.LONG_TERM
          ? request
              .variable("AWS_MFA_SERIAL")
              .map(serial -> findings.use("mfa_serial", serial, "AWS_MFA_SERIAL"))
          : Optional.empty();
    }

    /** The role nearest to the user's keys is the one that is asked with the code. */
    private static Optional<Setting> deviceSetting(Chain chain) {
      for (Role role : chain.roles()) {
        Setting device = role.device();
        if (device != null) {
          return Optional.of(device);
        }
      }
      Setting own = chain.source().device();
      return own != null ? Optional.of(own) : chain.setting("mfa_serial");
    }

    /**
     * Whether a code is given. A session of the user always takes one, from a device that is looked
     * up where it is unknown. A role takes one when it, its source or the user names a device.
     * Credentials that may be a session already only take one for a device that is named.
     */
    private static boolean needsCode(Chain walked, @Nullable MfaDevice device) {
      if (device != null || walked.source().lifetime() != Lifetime.LONG_TERM) {
        return device != null;
      }
      return switch (walked.source().layout()) {
        case LONG_TERM_SUFFIX, DEFAULT_SUFFIX -> true;
        case ROLE, SOURCE_PROFILE, PLAIN, NONE -> walked.roles().isEmpty();
      };
    }

    // --- checks --------------------------------------------------------------------------------

    private void requireSomethingToDo(String profile, Chain chain) {
      if (chain.roles().isEmpty() && chain.source().base() instanceof Base.StoredSession) {
        throw new Failure.BadProfile(
                profile,
                "profile '"
                    + profile
                    + "' holds only the keys of a session; a new one needs"
                    + " long-term keys",
                "put the long-term keys into [" + profile + suffixes.longTerm() + "]")
            .exception();
      }
    }

    private static void requireOnePartition(
        String profile, Chain chain, @Nullable MfaDevice device, RegionRule.Region region) {
      for (Role role : chain.roles()) {
        region.requireSamePartition(profile, "role", role.arn(), role.place());
      }
      if (device != null) {
        region.requireSamePartition(
            profile, "MFA device", device.serialNumber(), "profile '" + profile + "'");
      }
    }

    private void warnOfEnvironmentKeys(String profile, Chain chain) {
      if (request.variable("AWS_ACCESS_KEY_ID").isPresent()
          && !(chain.source().base() instanceof Base.Environment)) {
        findings.warn(
            "environment-keys-win",
            "keys in the environment win over profile '"
                + profile
                + "' in AWS tools; to use the"
                + " profile: unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN",
            null);
      }
    }
  }
}
