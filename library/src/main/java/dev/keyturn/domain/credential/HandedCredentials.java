package dev.keyturn.domain.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credentials as they are handed to a program: a session, or long-term keys of a user without MFA.
 *
 * @param accessKeyId the access key id; not secret
 * @param secretAccessKey the secret access key
 * @param sessionToken the session token; null for long-term keys
 * @param expiration their end, in whole seconds; null for long-term keys
 * @param accountId the account; null when it is not known
 */
public record HandedCredentials(
    String accessKeyId,
    Secret secretAccessKey,
    @Nullable Secret sessionToken,
    @Nullable Instant expiration,
    @Nullable String accountId) {

  /** Long-term keys. */
  public static HandedCredentials of(AccessKey key, @Nullable String accountId) {
    return new HandedCredentials(key.id(), key.secret(), null, null, accountId);
  }

  /** A session. */
  public static HandedCredentials of(SessionCredentials session, @Nullable String accountId) {
    return new HandedCredentials(
        session.accessKeyId(),
        session.secretAccessKey(),
        session.sessionToken(),
        session.expiration(),
        accountId);
  }
}
