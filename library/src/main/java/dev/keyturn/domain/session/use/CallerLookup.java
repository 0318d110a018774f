package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.RefusedKeyCause;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.FileSession;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Rfc3339;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks AWS which identity a profile uses right now: by its session if it has one, else by its keys.
 */
public final class CallerLookup {

  /**
   * The answer.
   *
   * @param identity the identity
   * @param mfa whether it has MFA; null if unknown
   * @param expiration its expiration; null for long-term keys and for sessions of unknown
   *     expiration
   */
  public record Caller(Identity identity, @Nullable Boolean mfa, @Nullable Instant expiration) {}

  private record Credentials(
      TokenService.Signer signer, @Nullable Boolean mfa, @Nullable Instant expiration) {}

  private final TokenService tokens;
  private final ProfileCredentials profiles;
  private final InstantSource clock;

  public CallerLookup(TokenService tokens, ProfileCredentials profiles, InstantSource clock) {
    this.tokens = tokens;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The identity that a profile uses. */
  public Caller ask(PlannedProfile profile) {
    SessionPlan plan = profile.plan();
    return ask(
        plan,
        session(profile).or(() -> longTerm(plan)).orElseThrow(() -> needsLogin(plan).exception()));
  }

  /**
   * The identity of an access key that no file contains yet.
   *
   * @param request a request for the profile that will have it
   * @param source the file that it was read from; empty if it was typed
   * @throws FailureException as {@link TokenService#getCallerIdentity}
   */
  public Identity owner(PlanRequest request, AccessKey key, String source) {
    try {
      return tokens.getCallerIdentity(
          new SessionPlanner().endpoints(profiles.files(), request, key),
          TokenService.Signer.of(key));
    } catch (FailureException e) {
      throw e.concerning(
          request.profile(), new RefusedKeyCause.Holder(RefusedKeyCause.Kind.NONE, source));
    }
  }

  private Optional<Credentials> session(PlannedProfile profile) {
    return kept(profile.plan())
        .or(() -> inFile(profile))
        .or(() -> asTheyAre(profile.plan()))
        .or(() -> signedIn(profile));
  }

  /** The sign-in does not tell whether it has MFA. */
  private Optional<Credentials> signedIn(PlannedProfile profile) {
    if (SignIn.of(profile.plan()) == null) {
      return Optional.empty();
    }
    SessionCredentials found = profiles.session(profile, FreshnessRequirement.VALID).credentials();
    return Optional.of(new Credentials(TokenService.Signer.of(found), null, found.expiration()));
  }

  /**
   * The MFA devices of the user whose keys the profile begins with: looked up with the session if
   * it is a user session, since policies may require MFA, else with the keys.
   *
   * @throws FailureException {@code NoTerminal} when there are no credentials for it, and as {@link
   *     TokenService#listMfaDevices}
   */
  public List<MfaDevice> devices(PlannedProfile profile) {
    SessionPlan plan = profile.plan();
    Optional<Credentials> ofUser = plan.roleArn() == null ? session(profile) : Optional.empty();
    TokenService.Signer signer =
        ofUser
            .map(Credentials::signer)
            .or(() -> Optional.ofNullable(TokenService.Signer.of(plan.base())))
            .or(() -> plan.longTermKeyId().map(id -> profiles.base(plan)))
            .orElseThrow(() -> needsLogin(plan).exception());
    try {
      return tokens.listMfaDevices(plan.endpoints(), signer);
    } catch (FailureException e) {
      throw plan.concerned(e);
    }
  }

  private Caller ask(SessionPlan plan, Credentials credentials) {
    return new Caller(
        identity(plan, credentials.signer()), credentials.mfa(), credentials.expiration());
  }

  private Identity identity(SessionPlan plan, TokenService.Signer signer) {
    try {
      return tokens.getCallerIdentity(plan.endpoints(), signer);
    } catch (FailureException e) {
      throw plan.concerned(e);
    }
  }

  /**
   * The identity of a session in the environment.
   *
   * @param plan the plan of its profile, as far as that is known, with the endpoints
   * @param environment the variables
   */
  public Caller askEnvironment(SessionPlan plan, Map<String, String> environment) {
    String id = Variable.AWS_ACCESS_KEY_ID.in(environment);
    TokenService.Signer signer =
        new TokenService.Signer(
            id,
            Secret.of(Variable.AWS_SECRET_ACCESS_KEY.in(environment)),
            Secret.of(Variable.AWS_SESSION_TOKEN.in(environment)));
    return ask(
        plan,
        kept(plan)
            .filter(known -> known.signer().accessKeyId().equals(id))
            .orElseGet(() ->
                new Credentials(
                    signer,
                    null,
                    Rfc3339.parse(Variable.AWS_CREDENTIAL_EXPIRATION.in(environment))
                        .orElse(null))));
  }

  private Optional<Credentials> kept(SessionPlan plan) {
    return profiles
        .stored(plan)
        .map(session ->
            new Credentials(
                TokenService.Signer.of(session.credentials()),
                session.device() != null,
                session.credentials().expiration()));
  }

  private Optional<Credentials> inFile(PlannedProfile profile) {
    Target target = profile.plan().target();
    return target == null
        ? Optional.empty()
        : profile
            .files()
            .credentials(target.section())
            .flatMap(FileSession::in)
            .filter(this::mayHold)
            .map(found ->
                new Credentials(
                    new TokenService.Signer(
                        found.accessKeyId(), found.secretAccessKey(), found.sessionToken()),
                    null,
                    found.expiration()));
  }

  private boolean mayHold(FileSession found) {
    Instant end = found.expiration();
    return end == null || end.isAfter(clock.instant());
  }

  /** A role has no keys of its own to fall back to. */
  private Optional<Credentials> longTerm(SessionPlan plan) {
    return plan.roleArn() == null
        ? plan.longTermKeyId().map(id -> new Credentials(profiles.base(plan), false, null))
        : Optional.empty();
  }

  /** A session that is not used to make others. */
  private static Optional<Credentials> asTheyAre(SessionPlan plan) {
    return plan.steps().isEmpty()
        ? Optional.ofNullable(TokenService.Signer.of(plan.base()))
            .map(signer -> new Credentials(signer, null, null))
        : Optional.empty();
  }

  private static Failure needsLogin(SessionPlan plan) {
    return new Failure.NoTerminal(
        "profile '" + plan.profile() + "' has no valid session",
        ShellCommand.of("keyturn", "login", plan.profile()));
  }
}
