package dev.keyturn.domain.session;

import java.time.Instant;
import java.util.Optional;

/**
 * The port to the sessions that Keyturn keeps. A record that cannot be read counts as missing.
 * Implementations are thread-safe and shared by all processes of a user.
 */
public interface SessionStore {

  /** The session kept under {@code key}, expired or not. */
  Optional<Session> find(SessionKey key);

  /** Keeps {@code session}, in place of an earlier one. */
  void save(SessionKey key, Session session);

  /** Forgets the session; says whether there was one. */
  boolean remove(SessionKey key);

  /** Forgets every session; says how many there were. */
  int removeAll();

  /** Forgets the sessions that were over before {@code now}. */
  void removeExpired(Instant now);

  /** Notes that the keys {@code accessKeyId} were written to {@code section} of {@code file}. */
  void noteWritten(String file, String section, String accessKeyId);

  /** The id of the keys Keyturn last wrote to {@code section} of {@code file}. */
  Optional<String> written(String file, String section);

  /** Forgets what was written there. */
  void forgetWritten(String file, String section);
}
