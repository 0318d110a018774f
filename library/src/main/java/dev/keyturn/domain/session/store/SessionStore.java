package dev.keyturn.domain.session.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to Keyturn's stored sessions. A record that cannot be read counts as missing.
 * Implementations are thread-safe and shared by all processes of a user.
 */
public interface SessionStore {

  /**
   * The session stored under {@code key}, expired or not, for reading its facts. Asks nobody: where
   * sessions are encrypted, only access to its secrets opens the key.
   */
  Optional<Session> find(SessionKey key);

  /**
   * As {@link #find}, for using its secrets. Empty if sessions are encrypted and the key does not
   * decrypt this one.
   *
   * @throws dev.keyturn.domain.failure.FailureException a {@code StoreFailure} when the store of
   *     the key cannot be opened now
   */
  Optional<Session> open(SessionKey key);

  /** Whether the secrets of sessions are encrypted. */
  boolean isEncrypted();

  /**
   * Opens what {@link #save} needs, before a code is spent on a session that could not be stored.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #open}
   */
  void prepare();

  /** Stores {@code session}, replacing an earlier one. */
  void save(SessionKey key, Session session);

  /** Forgets the session; returns whether it existed. */
  boolean remove(SessionKey key);

  /**
   * Copies the sessions made with one long-term key of a user to another one, unless that has a
   * session that ends later: sessions outlive the key they were made with. Sessions that cannot be
   * opened now are left out. Returns how many there are.
   */
  int copy(String fromAccessKeyId, String toAccessKeyId);

  /** Forgets the sessions made with a long-term key; returns how many there were. */
  int removeOf(String accessKeyId);

  /** Forgets every session; returns how many there were. */
  int removeAll();

  /** Forgets the sessions that expired before {@code now}. */
  void removeExpired(Instant now);

  /**
   * A session that Keyturn wrote to a section, without its secrets.
   *
   * @param accessKeyId the id of the keys
   * @param expiration their expiration
   * @param identity the identity they act as; null if that could not be looked up
   * @param policies the names of the session policies that limit it
   */
  record Written(
      String accessKeyId, Instant expiration, @Nullable Identity identity, List<String> policies) {}

  /**
   * Records that {@code session} was written to {@code section} of {@code file}.
   *
   * @param policies the names of the session policies that limit it
   */
  void noteWritten(String file, String section, Session session, List<String> policies);

  /** The session that Keyturn last wrote to {@code section} of {@code file}. */
  Optional<Written> written(String file, String section);

  /** The sections of {@code file} that Keyturn wrote to. */
  List<String> sectionsWritten(String file);

  /** Forgets the session written there. */
  void forgetWritten(String file, String section);
}
