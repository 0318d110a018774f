package dev.keyturn.domain.signin;

import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.profile.plan.CaBundle;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The port to AWS's sign-in federation endpoint. Thread-safe. */
public interface SignInService {

  /**
   * A token for one sign-in within 15 minutes.
   *
   * @param endpoint the federation endpoint
   * @param bundle the certificates to trust there; null for those of the Java runtime
   * @param session a session
   * @param duration how long the console session lasts; null where AWS takes no duration, for
   *     sessions of chained roles and of federated users
   * @throws dev.keyturn.domain.failure.FailureException {@code Refused}, {@code Unreachable},
   *     {@code ServiceFault}, or {@code FileFailure.Unreadable} for the bundle
   */
  Secret signInToken(
      URI endpoint,
      @Nullable CaBundle bundle,
      HandedCredentials session,
      @Nullable Duration duration);
}
