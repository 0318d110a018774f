package dev.keyturn.domain.session.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to the sessions that Keyturn keeps. A record that cannot be read counts as missing.
 * Implementations are thread-safe and shared by all processes of a user.
 */
public interface SessionStore {

  /**
   * The session kept under {@code key}, expired or not, to look at. Nobody is asked for anything:
   * where sessions are encrypted, it is the use of its secrets that asks.
   */
  Optional<Session> find(SessionKey key);

  /**
   * As {@link #find}, to use its secrets. None where sessions are encrypted and the key no longer
   * opens this one.
   *
   * @throws dev.keyturn.domain.failure.FailureException a {@code StoreFailure} where the place of
   *     the key cannot be opened now
   */
  Optional<Session> open(SessionKey key);

  /** Whether the secrets of sessions are encrypted. */
  boolean isEncrypted();

  /**
   * Asks whatever {@link #save} needs: before a code is spent on a session that could not be kept.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #open}
   */
  void prepare();

  /** Keeps {@code session}, in place of an earlier one. */
  void save(SessionKey key, Session session);

  /** Forgets the session; says whether there was one. */
  boolean remove(SessionKey key);

  /**
   * Keeps what rests on one long-term key of a user for another one too, unless that has a session
   * with a later end: sessions outlive the key that they were made with. What cannot be opened now
   * is left out. Says how many there are.
   */
  int copy(String fromAccessKeyId, String toAccessKeyId);

  /** Forgets what rests on a long-term key; says how many sessions that were. */
  int removeOf(String accessKeyId);

  /** Forgets every session; says how many there were. */
  int removeAll();

  /** Forgets the sessions that were over before {@code now}. */
  void removeExpired(Instant now);

  /**
   * What Keyturn wrote to a section, without its secrets.
   *
   * @param accessKeyId the id of the keys
   * @param expiration their end
   * @param identity the identity they act as; null when that could not be asked
   * @param policies the names of the session policies that limit it
   */
  record Written(
      String accessKeyId, Instant expiration, @Nullable Identity identity, List<String> policies) {}

  /**
   * Notes that {@code session} was written to {@code section} of {@code file}.
   *
   * @param policies the names of the session policies that limit it
   */
  void noteWritten(String file, String section, Session session, List<String> policies);

  /** What Keyturn last wrote to {@code section} of {@code file}. */
  Optional<Written> written(String file, String section);

  /** The sections of {@code file} that Keyturn wrote to. */
  List<String> sectionsWritten(String file);

  /** Forgets what was written there. */
  void forgetWritten(String file, String section);
}
