package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a profile to credentials: plans how its session is made, finds the stored one,
 * makes a new one, reports its state and forgets it. Thread-safe as its ports are.
 */
public final class ProfileCredentials {

  private final SessionPlanner planner = new SessionPlanner();
  private final ProfileFiles files;
  private final SessionStore store;
  private final AwsCliSessions awsCli;
  private final SessionLookup lookup;
  private final Supplier<SessionMaker> makers;
  private final Consumer<String> notes;
  private final InstantSource clock;
  private @Nullable SessionMaker maker;

  /** By file; each is read only once, so that later changes to a file do not affect a session. */
  private final Map<String, String> policies = new ConcurrentHashMap<>();

  /**
   * Takes its collaborators.
   *
   * @param store Keyturn's stored sessions
   * @param keys facts about access keys
   * @param cache the AWS CLI's cached sessions
   * @param makers creates the maker of missing sessions; called once, when first needed
   * @param notes takes messages for the user
   */
  public ProfileCredentials(
      ProfileFiles files,
      SessionStore store,
      KeyMemory keys,
      AwsCliCache cache,
      Supplier<SessionMaker> makers,
      Consumer<String> notes,
      InstantSource clock) {
    this.files = files;
    this.store = store;
    this.awsCli = new AwsCliSessions(cache, store, clock);
    this.lookup = new SessionLookup(store, keys, awsCli, clock);
    this.makers = makers;
    this.notes = notes;
    this.clock = clock;
  }

  /** The AWS files as they are now. */
  public AwsConfiguration files() {
    return files.read();
  }

  /** The same request with the text of the policy instead of its file name. */
  public PlanRequest complete(PlanRequest request) {
    String file = request.policies().file();
    if (file == null) {
      return request;
    }
    String policy = policies.computeIfAbsent(file, this::policy);
    return request.withPolicies(request.policies().withDocument(policy));
  }

  private String policy(String file) {
    String text = files.text(file);
    Policy.parse(file, PolicyKind.SESSION, text);
    return text.strip();
  }

  /**
   * The plan for the session of {@code request}'s profile, from the files as they are now.
   *
   * @throws FailureException for any error in the profile, the files or the options
   */
  public PlannedProfile plan(PlanRequest request) {
    return plan(files(), request);
  }

  /** As {@link #plan(PlanRequest)}, from files that were read already. */
  public PlannedProfile plan(AwsConfiguration files, PlanRequest request) {
    return planned(planner.plan(files, complete(request)), files);
  }

  /**
   * The S3 endpoint for {@code request}'s profile.
   *
   * @throws FailureException as {@link #plan(PlanRequest)}
   */
  public URI s3Endpoint(PlanRequest request) {
    return planner.s3Endpoint(files(), request);
  }

  /** As {@link SessionPlanner#planOffline}, for callers that only look up stored sessions. */
  public PlannedProfile planOffline(
      AwsConfiguration files, String profile, boolean typed, Map<String, String> environment) {
    return planned(planner.planOffline(files, profile, typed, environment), files);
  }

  private PlannedProfile planned(SessionPlan plan, AwsConfiguration files) {
    return new PlannedProfile(lookup.byValidSession(plan), files);
  }

  /** Whether no session is made for the profile, whose credentials are used as they are. */
  public static boolean areUsedAsTheyAre(PlannedProfile profile) {
    return profile.plan().steps().isEmpty() || profile.plan().base() instanceof Base.Other;
  }

  /** An existing session that satisfies {@code demand}; uses no network and no code. */
  public Optional<Session> kept(PlannedProfile profile, FreshnessRequirement demand) {
    return lookup.find(profile, demand);
  }

  /**
   * The session of the profile, stored or new.
   *
   * @throws FailureException for every reason a login can fail; {@code ProfileFailure.NoDevice} for
   *     a user without MFA
   */
  public Session session(PlannedProfile profile, FreshnessRequirement demand) {
    return kept(profile, demand)
        .orElseGet(() -> maker().obtain(profile.plan(), demand, null).session());
  }

  /**
   * The credentials that the profile's session is made from, usually long-term keys.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when they cannot be obtained
   */
  public Signer base(PlannedProfile profile) {
    return maker().base(profile.plan());
  }

  /**
   * The session of the profile, or the long-term keys if their user has no MFA device or is root.
   *
   * @param requireMfa whether to refuse long-term keys
   * @throws FailureException as {@link #session}
   */
  public Handed obtain(PlannedProfile profile, FreshnessRequirement demand, boolean requireMfa) {
    try {
      return new Handed.OfSession(session(profile, demand));
    } catch (FailureException e) {
      if (requireMfa || !hasNoMfa(e.failure().name()) || profile.plan().roleArn() != null) {
        throw e;
      }
      return longTerm(profile.plan(), demand, e);
    }
  }

  /** A passkey can be used with {@code aws login} instead. */
  private static boolean hasNoMfa(FailureName name) {
    return name == FailureName.NO_MFA_DEVICE || name == FailureName.ROOT_USER;
  }

  private Handed longTerm(
      SessionPlan plan, FreshnessRequirement demand, FailureException noDevice) {
    Signer keys = maker().base(plan);
    if (keys.sessionToken() != null) {
      throw noDevice;
    }
    boolean isRoot = noDevice.failure().name() == FailureName.ROOT_USER;
    String begin =
        "profile '" + plan.profile() + (isRoot ? "' is the root user: " : "' has no MFA device: ");
    keys.key().open();
    Secret secret = keys.key().secret();
    if (secret == null) {
      notes.accept(begin + "a session without MFA is handed over");
      return new Handed.OfSession(maker().obtain(plan.withoutCode(), demand, null).session());
    }
    notes.accept(begin + "its long-term keys are handed over");
    return new Handed.LongTerm(
        new AccessKey(keys.accessKeyId(), secret), lookup.ownerOf(keys.accessKeyId()));
  }

  /**
   * Logs profiles in. A failure of one does not stop the others.
   *
   * @param requests the requested logins
   * @param demand how fresh the sessions have to be
   * @param typed the code that was typed; null when none was
   * @param progress is notified of the progress
   * @return the outcomes, in the order of the requests
   * @throws FailureException {@code Interrupted} alone
   */
  public List<Login.Outcome> login(
      List<LoginRequest> requests,
      FreshnessRequirement demand,
      @Nullable MfaCode typed,
      Login.Progress progress) {
    return new Login(this::maker, targets(), lookup, awsCli, clock)
        .login(requests, demand, typed, progress);
  }

  /**
   * Removes the sessions of {@code profiles} from this computer, and the sessions they were made
   * from unless one of {@code others} uses them too: otherwise the session of a role could be made
   * again without a code.
   */
  public List<Logout.Result> logout(List<PlannedProfile> profiles, List<PlannedProfile> others) {
    return logout().logout(profiles, others);
  }

  /** Forgets every session in the caches, without reading the AWS files. */
  public void forgetKept() {
    logout().forgetKept();
  }

  /**
   * Forgets every stored session, and removes from {@code files} those that Keyturn wrote there.
   *
   * @return the sections that still contained one
   */
  public List<String> forgetAll(AwsConfiguration files) {
    return logout().forgetAll(files);
  }

  /**
   * The signer of the first call of the plan.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when it cannot be obtained
   */
  public Signer base(SessionPlan plan) {
    return maker().base(plan);
  }

  /** The sessions of profiles; uses no network. */
  public SessionStatus status() {
    return new SessionStatus(lookup, clock);
  }

  /** The profile's session stored by Keyturn, if it is valid. */
  public Optional<Session> stored(SessionPlan plan) {
    return lookup.openValid(plan);
  }

  /** The device whose code the profile needs, if files or Keyturn's records name it. */
  public @Nullable MfaDevice device(SessionPlan plan) {
    return lookup.device(plan);
  }

  /** The identity of the profile's long-term keys, if it was looked up before. */
  public @Nullable Identity owner(SessionPlan plan) {
    return lookup.owner(plan);
  }

  private Logout logout() {
    return new Logout(store, lookup, targets(), awsCli);
  }

  private TargetSections targets() {
    return new TargetSections(files, store);
  }

  private synchronized SessionMaker maker() {
    SessionMaker known = maker;
    if (known == null) {
      known = makers.get();
      maker = known;
    }
    return known;
  }
}
