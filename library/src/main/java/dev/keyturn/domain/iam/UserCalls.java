package dev.keyturn.domain.iam;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls IAM as the user whose long-term keys a profile has, about that user's own devices and keys.
 *
 * <p>Policies differ: some allow a call with the keys alone, some only with an MFA session, some
 * only with a new one. A denied call changes nothing, so each call is tried first with the
 * credentials that disturb nobody: the stored session, then the keys, and at last a session that
 * takes a code. The credentials that worked for one call are tried first for the next. Not
 * thread-safe.
 */
public final class UserCalls {

  /** A session younger than this was not denied because of its age. */
  private static final Duration OLD = Duration.ofMinutes(5);

  private final ProfileCredentials profiles;
  private final TokenService tokens;
  private final PlanRequest request;
  private final PlannedProfile profile;
  private final PlannedProfile ofUser;
  private final InstantSource clock;
  private Credential credential = Credential.KEPT_SESSION;
  private @Nullable Session made;

  /** Whether AWS no longer accepts the stored session, which may happen before it expires. */
  private boolean keptHasEnded;

  private @Nullable Identity identity;

  private enum Credential {
    KEPT_SESSION,
    LONG_TERM_KEYS,
    NEW_SESSION
  }

  /**
   * For the user whose keys a profile uses, regardless of the roles it assumes.
   *
   * @throws FailureException for any error in the profile or the files
   */
  public UserCalls(
      ProfileCredentials profiles, TokenService tokens, PlanRequest request, InstantSource clock) {
    this.profiles = profiles;
    this.tokens = tokens;
    this.request = request;
    this.profile = profiles.plan(request);
    this.ofUser = new PlannedProfile(profile.plan().ofUser(), profile.files());
    this.clock = clock;
  }

  /** The same user, with the files read again and so with a key that was replaced in them. */
  public UserCalls again() {
    return new UserCalls(profiles, tokens, request, clock);
  }

  /**
   * The endpoints that the profiles using a long-term key call. Profiles that cannot be planned are
   * left out.
   */
  public Set<Endpoints> endpoints(String accessKeyId) {
    Set<Endpoints> endpoints = new LinkedHashSet<>(List.of(plan().endpoints()));
    profilesWith(accessKeyId).forEach(other -> endpoints.add(other.plan().endpoints()));
    return endpoints;
  }

  /** The profiles of the files that use a long-term key, including those of roles. */
  public List<PlannedProfile> profilesWith(String accessKeyId) {
    return LogicalProfiles.of(profile.files()).stream()
        .flatMap(name -> planned(name).stream())
        .filter(other -> other.plan().longTermKeyId().filter(accessKeyId::equals).isPresent())
        .toList();
  }

  private Optional<PlannedProfile> planned(String name) {
    try {
      PlanRequest other = PlanRequest.offline(name, request.environment());
      return Optional.of(profiles.plan(profile.files(), other));
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  /** The profile. */
  public PlannedProfile profile() {
    return profile;
  }

  /** How a session of the user itself is made. */
  public SessionPlan plan() {
    return ofUser.plan();
  }

  /**
   * The user.
   *
   * @throws FailureException {@code ProfileFailure.RootUser} and, for a role, {@code Bad}: their
   *     devices and keys cannot be managed here
   */
  public Identity user() {
    Identity known = identity;
    if (known == null) {
      known = owner();
      identity = requireUser(known);
    }
    return known;
  }

  private Identity owner() {
    try {
      return tokens.getCallerIdentity(plan().endpoints(), longTermKeys());
    } catch (FailureException e) {
      throw plan().concerned(e);
    }
  }

  /** The user's name, without its path. */
  public String userName() {
    return Arn.lastName(user().arn());
  }

  /** The credentials that the user's sessions are made from. */
  public Signer longTermKeys() {
    return profiles.base(ofUser);
  }

  /** A Keyturn command for the same profile, for hints. */
  public String command(String... words) {
    List<String> line = new ArrayList<>(List.of("keyturn"));
    line.addAll(List.of(words));
    line.addAll(List.of("-p", profile.name()));
    return ShellCommand.of(line.toArray(String[]::new));
  }

  private Identity requireUser(Identity caller) {
    if (caller.arn().contains(":user/")) {
      return caller;
    }
    String name = profile.name();
    if (ProfileFailure.RootUser.is(caller.arn())) {
      throw new ProfileFailure.RootUser(name).exception();
    }
    throw new ProfileFailure.Bad(
            name,
            ("profile '" + name + "' acts as " + caller.arn() + ", and only IAM users have MFA")
                + " devices and access keys",
            ShellCommand.of("keyturn", "explain", name))
        .exception();
  }

  /**
   * Makes a call with the first credentials that AWS accepts for it.
   *
   * @throws FailureException as the call, and as a login where it takes a code
   */
  public <T> T call(Function<IamCaller, T> call) {
    return trying(call, Credential.NEW_SESSION);
  }

  /** As {@link #call}, without asking for a code; a session that was made here is used. */
  public <T> T quietly(Function<IamCaller, T> call) {
    boolean isMade = credential == Credential.NEW_SESSION;
    return trying(call, isMade ? Credential.NEW_SESSION : Credential.LONG_TERM_KEYS);
  }

  private <T> T trying(Function<IamCaller, T> call, Credential last) {
    FailureException denied = null;
    for (Credential next : Credential.values()) {
      boolean isInOrder = next.compareTo(credential) >= 0 && next.compareTo(last) <= 0;
      Signer signer = isInOrder ? signer(next) : null;
      if (signer != null) {
        try {
          T answer = call.apply(new IamCaller(plan().endpoints(), signer));
          credential = next;
          return answer;
        } catch (FailureException e) {
          denied = denied(next, e);
        }
      }
    }
    throw Objects.requireNonNull(denied, "long-term keys are always tried, or fail themselves");
  }

  private FailureException denied(Credential next, FailureException e) {
    boolean hasEnded = next == Credential.KEPT_SESSION && Nature.refusesCredentials(e.failure());
    FailureException named = plan().concerned(e);
    if (!hasEnded && !Nature.isDenied(e.failure())) {
      throw named;
    }
    keptHasEnded |= hasEnded;
    return named;
  }

  /** The signer; null where it is not available, or would make no difference. */
  private @Nullable Signer signer(Credential next) {
    return switch (next) {
      case KEPT_SESSION -> kept().map(session -> Signer.of(session.credentials())).orElse(null);
      case LONG_TERM_KEYS -> longTermKeys();
      case NEW_SESSION -> newSession();
    };
  }

  /** The user's stored session, if IAM accepts it: IAM accepts only sessions with MFA. */
  public Optional<Session> kept() {
    return profiles
        .kept(ofUser, FreshnessRequirement.VALID)
        .filter(session -> session.device() != null);
  }

  private @Nullable Signer newSession() {
    Session session = made;
    if (session == null) {
      session = longTermKeys().sessionToken() == null ? make() : null;
      made = session;
    }
    return session == null ? null : Signer.of(session.credentials());
  }

  private @Nullable Session make() {
    Optional<Session> kept = kept();
    boolean isNew =
        kept.filter(session -> session.age(clock.instant()).compareTo(OLD) <= 0).isPresent();
    if (isNew && !keptHasEnded) {
      return null;
    }
    try {
      return profiles.session(
          ofUser, kept.isPresent() ? FreshnessRequirement.renewed() : FreshnessRequirement.VALID);
    } catch (FailureException e) {
      if (Nature.lacksDevice(e.failure())) {
        return null;
      }
      throw e;
    }
  }
}
