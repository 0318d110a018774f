package dev.keyturn.cli.command.port;

import dev.keyturn.domain.session.store.Session;

/**
 * The answers of a credential endpoint. Each takes at most two seconds, after which AWS's clients
 * give up, and never asks a person. Thread-safe.
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

  /** Credentials or a refusal. */
  sealed interface Answer {}

  /**
   * Credentials.
   *
   * @param session the session
   */
  record Granted(Session session) implements Answer {}

  /**
   * There is no session now.
   *
   * @param code the stable name of the reason
   * @param message the reason, and what to run
   * @param temporary whether retrying may help
   */
  record Denied(String code, String message, boolean temporary) implements Answer {}

  /**
   * It is not served.
   *
   * @param message why, and what to run
   */
  record Forbidden(String message) implements Answer {}
}
