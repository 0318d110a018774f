package dev.keyturn.domain.signin;

import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The port to AWS's sign-in federation endpoint. Thread-safe. */
public interface SignInService {

  /**
   * A token for one sign-in within 15 minutes.
   *
   * @param endpoint the federation endpoint
   * @param session a session
   * @param duration how long the console session lasts; null where AWS takes no duration, for
   *     sessions of chained roles and of federated users
   * @throws dev.keyturn.domain.failure.FailureException {@code Refused}, {@code Unreachable} or
   *     {@code ServiceFault}
   */
  Secret signInToken(URI endpoint, HandedCredentials session, @Nullable Duration duration);
}
