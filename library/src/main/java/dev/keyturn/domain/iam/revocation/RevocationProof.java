package dev.keyturn.domain.iam.revocation;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.InlinePolicyService;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows with a revoked session that AWS denies its calls. GetCallerIdentity would not do, because
 * AWS allows it whatever the policies say.
 */
public final class RevocationProof {

  /** The result. */
  public enum Result {
    /** AWS denies the calls of a revoked session. */
    DENIED,
    /** AWS still accepted such a session after half a minute. */
    NOT_YET,
    /** No revoked session was available; the policy is in place. */
    IN_PLACE
  }

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int TRIES = 30;

  private final ProfileCredentials profiles;
  private final InlinePolicyService policies;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param pause waits
   */
  public RevocationProof(
      ProfileCredentials profiles, InlinePolicyService policies, Consumer<Duration> pause) {
    this.profiles = profiles;
    this.policies = policies;
    this.pause = pause;
  }

  /** The stored session, unless a policy denies it everything already. */
  Optional<IamCaller> usable(UserCalls user, Scope scope) {
    return kept(user, scope).filter(caller -> !isDenied(caller));
  }

  /** The stored session, which may be one that took a code during this command. */
  Optional<IamCaller> kept(UserCalls user, Scope scope) {
    Optional<Session> kept =
        scope.isRole() ? profiles.kept(user.profile(), FreshnessRequirement.VALID) : user.kept();
    return kept.map(
        session -> new IamCaller(user.plan().endpoints(), Signer.of(session.credentials())));
  }

  /** Tries until the policy has reached all AWS servers. */
  Result show(Optional<IamCaller> session) {
    if (session.isEmpty()) {
      return Result.IN_PLACE;
    }
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      if (isDenied(session.get())) {
        return Result.DENIED;
      }
      pause.accept(PAUSE);
    }
    return Result.NOT_YET;
  }

  private boolean isDenied(IamCaller caller) {
    try {
      policies.tryAnything(caller);
      return false;
    } catch (FailureException e) {
      if (Nature.isDenied(e.failure())) {
        return Nature.isDeniedExplicitly(e.failure());
      }
      if (Nature.refusesCredentials(e.failure())) {
        return true;
      }
      throw e;
    }
  }
}
