package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.credential.AccessKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The port to the files in which users receive their first access keys. A file is begun before its
 * key is created: if the process ends in between, the next run knows that nobody received the key.
 */
public interface KeyHandover {

  /**
   * Checks that a key of {@code user} can be handed over.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void check(String user);

  /** When the file of {@code user} was begun; empty if it contains a key, or was never begun. */
  Optional<Instant> begun(String user);

  /**
   * Begins the file of {@code user}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void begin(String user);

  /**
   * Writes the key to the file; returns its path.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  String handOver(String user, AccessKey key);
}
