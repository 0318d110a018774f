package dev.keyturn.domain.session.make;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.ReadableKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.credential.SigningKey;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The port to STS, and to the single IAM list that a login may need.
 *
 * <p>A call that carries a code is sent at most once: STS may have accepted the code even if no
 * answer came. Every method throws {@link dev.keyturn.domain.failure.FailureException} with a
 * failure that AWS refused the call or cannot be reached. Thread-safe.
 */
public interface TokenService {

  /**
   * Credentials that sign a call.
   *
   * @param accessKeyId the access key id
   * @param key the signing key
   * @param sessionToken the session token of temporary credentials; null for long-term keys
   */
  record Signer(String accessKeyId, SigningKey key, @Nullable Secret sessionToken) {

    /** With a secret that this process can read. */
    public Signer(String accessKeyId, Secret secret, @Nullable Secret sessionToken) {
      this(accessKeyId, new ReadableKey(secret), sessionToken);
    }

    /** Long-term keys as signer. */
    public static Signer of(AccessKey key) {
      return new Signer(key.id(), key.secret(), null);
    }

    /**
     * The credentials that a plan begins with, as signer; null if neither files nor environment
     * contain them.
     */
    public static @Nullable Signer of(Base base) {
      // Avoids a switch over types, whose code is generated when it first runs.
      if (base instanceof Base.Keys keys) {
        return of(keys.key());
      }
      if (base instanceof Base.StoredSession stored) {
        return new Signer(stored.key().id(), stored.key().secret(), stored.token());
      }
      return base instanceof Base.Environment variables
          ? new Signer(variables.key().id(), variables.key().secret(), variables.token())
          : null;
    }

    /** Temporary credentials as signer. */
    public static Signer of(SessionCredentials credentials) {
      return new Signer(
          credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }
  }

  /**
   * The MFA code of a call.
   *
   * @param device the device
   * @param code the code it shows
   */
  record Mfa(MfaDevice device, MfaCode code) {}

  /**
   * Checks that a call can be tried, before asking for its code.
   *
   * @throws dev.keyturn.domain.failure.FailureException when the certificates to trust cannot be
   *     read, or the proxy is invalid
   */
  default void check(Endpoints endpoints) {}

  /** GetSessionToken. */
  SessionCredentials getSessionToken(
      Endpoints endpoints, Signer signer, Step.GetSessionToken step, @Nullable Mfa mfa);

  /** AssumeRole; {@code sessionName} is used if the step has no session name. */
  AssumedRole assumeRole(
      Endpoints endpoints,
      Signer signer,
      Step.AssumeRole step,
      String sessionName,
      @Nullable Mfa mfa);

  /** GetCallerIdentity. */
  Identity getCallerIdentity(Endpoints endpoints, Signer signer);

  /** ListMFADevices of the signer's user, in IAM's order, of all kinds. */
  List<MfaDevice> listMfaDevices(Endpoints endpoints, Signer signer);
}
