package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.util.Optional;

/** Where the session of one profile or role comes from, without a person. */
interface SessionSource {

  /** The session that is kept, as long as it holds: no network. */
  Optional<Session> kept();

  /**
   * A session with at least {@code remaining} left, made if need be.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoTerminal} when a code is needed,
   *     and everything else that a login can fail with
   */
  Session make(Duration remaining);
}
