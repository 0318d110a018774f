package dev.keyturn.domain.profile;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.environment.SetVariables;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.profile.rule.AmbiguousLayoutRule;
import dev.keyturn.domain.profile.rule.Chain;
import dev.keyturn.domain.profile.rule.ChainWalk;
import dev.keyturn.domain.profile.rule.DeviceRule;
import dev.keyturn.domain.profile.rule.Findings;
import dev.keyturn.domain.profile.rule.ProfileLookup;
import dev.keyturn.domain.profile.rule.RoleOptions;
import dev.keyturn.domain.profile.rule.SessionTarget;
import dev.keyturn.domain.profile.rule.StepRule;
import dev.keyturn.domain.profile.setting.AccountAndPartitionRule;
import dev.keyturn.domain.profile.setting.CodeRule;
import dev.keyturn.domain.profile.setting.EndpointRules;
import dev.keyturn.domain.profile.setting.RegionRule;
import dev.keyturn.domain.profile.setting.ToolVariables;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the session of a profile is made, from files, environment and options. It uses no
 * network, reads no file, and does not check the format of keys or account ids. Stateless and
 * thread-safe.
 */
public final class SessionPlanner {

  /**
   * The plan for {@code request}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Unknown}, {@code
   *     ProfileFailure.NoProfiles}, {@code ProfileFailure.UnknownSource}, {@code
   *     ProfileFailure.SourceLoop}, {@code ProfileFailure.Bad}, {@code
   *     ProfileFailure.ForbiddenTarget} or {@code ProfileFailure.PlainHttp} for errors in the
   *     files; {@code Usage} for impossible options
   */
  public SessionPlan plan(AwsConfiguration files, PlanRequest request) {
    return new Planning(files, request).run();
  }

  /**
   * The plan of {@code profile}, for callers that use no network and only look up what is stored
   * here. An invalid region or endpoint is no obstacle: the plan uses a region of the first
   * partition that fits its other values.
   *
   * @throws FailureException as {@link #plan}, if it fails with every region
   */
  public SessionPlan planOffline(
      AwsConfiguration files, String profile, boolean typed, Map<String, String> environment) {
    try {
      return plan(files, PlanRequest.offline(profile, environment).withTyped(typed));
    } catch (FailureException e) {
      for (Partition partition : Partition.values()) {
        String region = partition.iamRegion();
        try {
          PlanRequest request = PlanRequest.anywhere(profile, environment, region);
          return plan(files, request.withTyped(typed));
        } catch (FailureException again) {
          // The first failure is the one to report.
        }
      }
      throw e;
    }
  }

  /**
   * The S3 endpoint for {@code request}'s profile.
   *
   * @throws FailureException for any error in the profile, the files or the options
   */
  public URI s3Endpoint(AwsConfiguration files, PlanRequest request) {
    return new Planning(files, request).s3Endpoint();
  }

  /**
   * The endpoints for an access key that no file contains yet, for {@code request}'s profile, which
   * may be new.
   *
   * @throws FailureException for any error in the profile, the files or the options
   */
  public SessionPlan.Endpoints endpoints(
      AwsConfiguration files, PlanRequest request, AccessKey key) {
    return new Planning(files, request).endpoints(key);
  }

  /** One run of the planner. */
  private static final class Planning {

    private final AwsConfiguration files;
    private final PlanRequest request;
    private final Findings findings = new Findings();

    Planning(AwsConfiguration files, PlanRequest request) {
      this.files = files;
      this.request = request;
    }

    SessionPlan run() {
      String profile = new ProfileLookup(files, request, findings).subject();
      Chain ofFiles = new ChainWalk(files, request, findings).from(profile);
      Chain chain = new RoleOptions(request, findings).on(ofFiles);
      DeviceRule.Named device = new DeviceRule(request, findings).choose(chain);
      RegionRule.Region region = new RegionRule(files, request, chain, findings).choose();
      new AccountAndPartitionRule(profile, chain, device).check(region);
      boolean code = DeviceRule.needsCode(ofFiles, device);
      List<Step> steps = new StepRule(request.duration(), chain, code, findings).steps();
      new AmbiguousLayoutRule(files, request.suffixes(), findings).warn(profile, chain.layout());
      warnOfStoredSession(profile, steps, chain);
      warnOfEnvironmentKeys(profile, chain);
      return new SessionPlan(
          profile,
          chain.layout(),
          target(profile, chain, steps),
          region.name(),
          Partition.ofRegion(region.name()).id(),
          endpoints(chain, region),
          device == null ? null : device.device(),
          used(chain, "user_arn"),
          new CodeRule(request, chain, findings).choose(),
          chain.source().base(),
          steps,
          new ToolVariables(files, request, chain, findings).resolve(),
          findings.values(),
          findings.warnings());
    }

    URI s3Endpoint() {
      String profile = new ProfileLookup(files, request, findings).subject();
      Chain ofFiles = new ChainWalk(files, request, findings).from(profile);
      Chain chain = new RoleOptions(request, findings).on(ofFiles);
      RegionRule.Region region = new RegionRule(files, request, chain, findings).choose();
      return new EndpointRules(files, request, chain, findings, region.name()).s3();
    }

    SessionPlan.Endpoints endpoints(AccessKey key) {
      String profile = request.profile();
      Section section =
          files
              .profile(profile)
              .or(() -> files.unprefixed(profile))
              .orElseGet(() ->
                  new Section(
                      profile, new Origin(FileKind.CONFIG, files.configFile(), 1), Map.of()));
      Chain.Source source =
          new Chain.Source(
              new Base.Keys(profile, key), Chain.Lifetime.LONG_TERM, Layout.PLAIN, null);
      Chain chain = new Chain(Layout.PLAIN, source, List.of(), List.of(section));
      return endpoints(chain, new RegionRule(files, request, chain, findings).choose());
    }

    /** A plan without calls has no session other than one that is stored already. */
    private @Nullable Target target(String profile, Chain chain, List<Step> steps) {
      if (!steps.isEmpty()) {
        return SessionTarget.choose(files, request, profile, chain, findings);
      }
      return chain.source().base() instanceof Base.StoredSession stored
          ? new Target(stored.profile(), false, Map.of())
          : null;
    }

    private SessionPlan.Endpoints endpoints(Chain chain, RegionRule.Region region) {
      return new EndpointRules(files, request, chain, findings, region.name()).resolve();
    }

    private @Nullable String used(Chain chain, String name) {
      return chain.setting(name).map(findings::use).orElse(null);
    }

    private void warnOfStoredSession(String profile, List<Step> steps, Chain chain) {
      if (steps.isEmpty() && chain.source().base() instanceof Base.StoredSession) {
        findings.warn(
            "session-keys-only",
            "profile '"
                + profile
                + "' contains only session keys; a new session needs long-term keys in ["
                + profile
                + request.suffixes().longTerm()
                + "]",
            chain.sections().get(0).origin());
      }
    }

    private void warnOfEnvironmentKeys(String profile, Chain chain) {
      if (request.variable(Variable.AWS_ACCESS_KEY_ID).isPresent()
          && !(chain.source().base() instanceof Base.Environment)
          && !isHandedOver(profile)) {
        findings.warn(
            "environment-keys-win",
            "AWS_ACCESS_KEY_ID is set and takes precedence over profile '"
                + profile
                + "' in AWS tools; to use the profile: unset AWS_ACCESS_KEY_ID"
                + " AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN",
            null);
      }
    }

    /** Whether Keyturn itself put the keys there, for this profile. */
    private boolean isHandedOver(String profile) {
      return profile.equals(Variable.KEYTURN_PROFILE.in(request.environment()))
          && SetVariables.in(request.environment()).hasCredentials();
    }
  }
}
