package dev.keyturn.domain.session.store;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.SignIn;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that STS granted.
 *
 * @param credentials its keys
 * @param identity the identity it acts as; null if that could not be looked up
 * @param device the MFA device whose code it was made with; null without MFA
 * @param roleArn the role it acts as; null for a user's session
 * @param granted how long it was granted for, in whole seconds
 */
public record Session(
    SessionCredentials credentials,
    @Nullable Identity identity,
    @Nullable MfaDevice device,
    @Nullable String roleArn,
    Duration granted) {

  /** The session of a sign-in, whose granted duration is unknown. */
  public static Session of(SignIn base, SessionCredentials credentials) {
    Identity identity =
        base instanceof SignIn.Login login
            ? new Identity(Arn.account(login.session()), login.session(), "")
            : null;
    return new Session(credentials, identity, null, null, Duration.ZERO);
  }

  /** How long AWS still accepts it; zero when it has expired. */
  public Duration remaining(Instant now) {
    Duration left = Duration.between(now, credentials.expiration());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** How long ago it was granted. */
  public Duration age(Instant now) {
    return granted.minus(remaining(now));
  }
}
