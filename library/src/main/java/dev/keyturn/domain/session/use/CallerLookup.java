package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.FileSession;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Rfc3339;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks AWS whom a profile acts as right now: by its session if it has one, else by its keys. */
public final class CallerLookup {

  /**
   * The answer.
   *
   * @param identity whom
   * @param mfa whether an MFA code stands behind it; null when nobody here knows
   * @param expiration until when; null for long-term keys and for sessions of unknown end
   */
  public record Caller(Identity identity, @Nullable Boolean mfa, @Nullable Instant expiration) {}

  private record Credentials(
      TokenService.Signer signer, @Nullable Boolean mfa, @Nullable Instant expiration) {}

  private final TokenService tokens;
  private final SessionLookup lookup;
  private final InstantSource clock;

  /** Built on its ports. */
  public CallerLookup(TokenService tokens, SessionLookup lookup, InstantSource clock) {
    this.tokens = tokens;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** Whom {@code plan}'s profile acts as. */
  public Caller ask(SessionPlan plan, AwsConfiguration configuration) {
    return ask(
        plan,
        kept(plan)
            .or(() -> inFile(plan, configuration))
            .or(() -> asTheyAre(plan))
            .or(() -> longTerm(plan))
            .orElseThrow(() -> needsLogin(plan).exception()));
  }

  private Caller ask(SessionPlan plan, Credentials credentials) {
    return new Caller(
        tokens.getCallerIdentity(plan.endpoints(), credentials.signer()),
        credentials.mfa(),
        credentials.expiration());
  }

  /**
   * Whom a session in the environment acts as.
   *
   * @param plan whose session it is, as far as that is known; where to ask
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
    return lookup
        .kept(plan)
        .filter(session -> !session.remaining(clock.instant()).isZero())
        .map(session ->
            new Credentials(
                TokenService.Signer.of(session.credentials()),
                session.device() != null,
                session.credentials().expiration()));
  }

  private Optional<Credentials> inFile(SessionPlan plan, AwsConfiguration configuration) {
    Target target = plan.target();
    return target == null
        ? Optional.empty()
        : configuration
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
  private static Optional<Credentials> longTerm(SessionPlan plan) {
    return plan.roleArn() == null
        ? plan.longTermKey().map(key -> new Credentials(TokenService.Signer.of(key), false, null))
        : Optional.empty();
  }

  /** A session that nothing is made from. */
  private static Optional<Credentials> asTheyAre(SessionPlan plan) {
    return plan.steps().isEmpty()
        ? Optional.ofNullable(TokenService.Signer.of(plan.base()))
            .map(signer -> new Credentials(signer, null, null))
        : Optional.empty();
  }

  private static Failure needsLogin(SessionPlan plan) {
    return new Failure.NoTerminal(
        "profile '" + plan.profile() + "' has no session to ask with",
        "keyturn login " + plan.profile());
  }
}
