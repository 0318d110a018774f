package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.time.Duration;

/** The port to STS's GetFederationToken. Thread-safe. */
public interface FederationService {

  /**
   * A session of a federated user.
   *
   * @param signer long-term keys
   * @param name the federated user's name, 2 to 32 characters
   * @param policy the session policy: the session is limited to what both it and the user's own
   *     policies allow
   * @see <a
   *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">GetFederationToken</a>
   */
  SessionCredentials getFederationToken(
      Endpoints endpoints, Signer signer, String name, String policy, Duration duration);
}
