package dev.keyturn.cli.command.port;

import dev.keyturn.domain.session.store.Session;

/**
 * What a credential endpoint hands out: an answer within two seconds, after which AWS's clients
 * give up, and never a question to a person. Thread-safe.
 */
public interface Served {

  /** The session of the profile that is served. */
  Answer own();

  /** The session of the profile called {@code name}. */
  Answer profile(String name);

  /** A session of a role, assumed by the profile that is served. */
  Answer role(String arn);

  /** Whether there is a session of the profile that is served. */
  boolean isReady();

  /** Yes or no. */
  sealed interface Answer {}

  /**
   * Yes.
   *
   * @param session the session
   */
  record Granted(Session session) implements Answer {}

  /**
   * There is none now.
   *
   * @param code the stable name of the reason
   * @param message the reason, and what to run
   * @param temporary whether to ask again may help
   */
  record Denied(String code, String message, boolean temporary) implements Answer {}

  /**
   * It is not served.
   *
   * @param message why, and what to run
   */
  record Forbidden(String message) implements Answer {}
}
