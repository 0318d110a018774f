package dev.keyturn.domain.session.make;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SignIn;

/** The port to the credentials that a plan begins with. */
public interface BaseCredentials {

  /**
   * The signer of the first call of {@code plan}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when it cannot
   *     be obtained
   */
  TokenService.Signer of(SessionPlan plan);

  /**
   * The credentials of a sign-in, renewed if that needs no person.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.SignedOut}
   */
  default SessionCredentials signedIn(SignIn base) {
    throw new ProfileFailure.SignedOut(base.profile(), base.command()).exception();
  }
}
