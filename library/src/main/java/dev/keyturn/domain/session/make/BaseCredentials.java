package dev.keyturn.domain.session.make;

import dev.keyturn.domain.profile.plan.SessionPlan;

/** The port to the credentials that a plan begins with. */
public interface BaseCredentials {

  /**
   * What signs the first call of {@code plan}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when they cannot
   *     be had
   */
  TokenService.Signer of(SessionPlan plan);
}
