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
 * The one way from a profile to credentials: plans how its session is made, finds the one that is
 * kept, makes a new one, says what there is and forgets it. Thread-safe as its ports are.
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

  /** By file, each read once: what is in it later limits no session. */
  private final Map<String, String> policies = new ConcurrentHashMap<>();

  /**
   * Takes its collaborators.
   *
   * @param store the sessions that Keyturn keeps
   * @param keys what Keyturn knows of access keys
   * @param cache the sessions that the AWS CLI keeps
   * @param makers makes what is not there; asked once, and only then
   * @param notes takes what the user should know
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

  /** The same request with the text of the policy in place of the file that it names. */
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
   * How the session of {@code request}'s profile is made, by the files as they are now.
   *
   * @throws FailureException for whatever is wrong with the profile, the files or the options
   */
  public PlannedProfile plan(PlanRequest request) {
    return plan(files(), request);
  }

  /** As {@link #plan(PlanRequest)}, by files that were read. */
  public PlannedProfile plan(AwsConfiguration files, PlanRequest request) {
    return planned(planner.plan(files, complete(request)), files);
  }

  /**
   * Where S3 is called for {@code request}'s profile.
   *
   * @throws FailureException as {@link #plan(PlanRequest)}
   */
  public URI s3Endpoint(PlanRequest request) {
    return planner.s3Endpoint(files(), request);
  }

  /** As {@link SessionPlanner#planOffline}, for what only looks for what is kept here. */
  public PlannedProfile planOffline(
      AwsConfiguration files, String profile, boolean typed, Map<String, String> environment) {
    return planned(planner.planOffline(files, profile, typed, environment), files);
  }

  private PlannedProfile planned(SessionPlan plan, AwsConfiguration files) {
    return new PlannedProfile(lookup.byValidSession(plan), files);
  }

  /** Whether no session is made for the profile: its credentials are used as they are. */
  public static boolean areUsedAsTheyAre(PlannedProfile profile) {
    return profile.plan().steps().isEmpty() || profile.plan().base() instanceof Base.Other;
  }

  /** The session that is there and satisfies {@code demand}: no network, no code. */
  public Optional<Session> kept(PlannedProfile profile, FreshnessRequirement demand) {
    return lookup.find(profile, demand);
  }

  /**
   * The session of the profile, kept or made.
   *
   * @throws FailureException for every reason a login can fail; {@code ProfileFailure.NoDevice} for
   *     a user without MFA
   */
  public Session session(PlannedProfile profile, FreshnessRequirement demand) {
    return kept(profile, demand)
        .orElseGet(() -> maker().obtain(profile.plan(), demand, null).session());
  }

  /**
   * The credentials that the profile's session is made from: as a rule long-term keys.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when they cannot be had
   */
  public Signer base(PlannedProfile profile) {
    return maker().base(profile.plan());
  }

  /**
   * The session of the profile, or the long-term keys of a user who has no MFA device, or is root.
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

  /** For a passkey there is another way, {@code aws login}. */
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
   * Logs profiles in. One that fails stops no other.
   *
   * @param requests what is wanted
   * @param demand how fresh the sessions have to be
   * @param typed the code that was typed; null when none was
   * @param progress is notified how far it has come
   * @return the outcomes, in the order of the requests
   * @throws FailureException {@code Interrupted} alone
   */
  public List<Login.Outcome> login(
      List<LoginRequest> requests,
      FreshnessRequirement demand,
      @Nullable MfaCode typed,
      Login.Progress progress) {
    return new Login(maker(), targets(), lookup, awsCli, clock)
        .login(requests, demand, typed, progress);
  }

  /**
   * Ends the sessions of {@code profiles} on this computer, and those they were made from unless
   * one of {@code others} uses them too: else the session of a role could be made again without a
   * code.
   */
  public List<Logout.Result> logout(List<PlannedProfile> profiles, List<PlannedProfile> others) {
    return logout().logout(profiles, others);
  }

  /** Forgets every session in the caches, without a look at the AWS files. */
  public void forgetKept() {
    logout().forgetKept();
  }

  /**
   * Forgets every session that Keyturn keeps, and takes every one out of {@code files} that it
   * wrote there.
   *
   * @return the sections that still held one
   */
  public List<String> forgetAll(AwsConfiguration files) {
    return logout().forgetAll(files);
  }

  /**
   * What signs the first call of the plan.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when it cannot be had
   */
  public Signer base(SessionPlan plan) {
    return maker().base(plan);
  }

  /** What session profiles have: no network. */
  public SessionStatus status() {
    return new SessionStatus(lookup, clock);
  }

  /** The session of the profile that Keyturn keeps, if it is valid. */
  public Optional<Session> stored(SessionPlan plan) {
    return lookup.openValid(plan);
  }

  /** The device whose code the profile needs, as far as files or memory name it. */
  public @Nullable MfaDevice device(SessionPlan plan) {
    return lookup.device(plan);
  }

  /** Whose the long-term keys of the profile are, if that was asked before. */
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
