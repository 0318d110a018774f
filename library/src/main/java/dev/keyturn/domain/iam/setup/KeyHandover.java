package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.credential.AccessKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The port to the files by which persons get their first access keys. A file is begun before its
 * key is created: if the process ends in between, the next run knows that the key reached nobody.
 */
public interface KeyHandover {

  /**
   * Makes sure that a key of {@code user} can be handed over.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void check(String user);

  /** When the file of {@code user} was begun; nothing if it has a key, or was never begun. */
  Optional<Instant> begun(String user);

  /**
   * Begins the file of {@code user}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void begin(String user);

  /**
   * Writes the key to the file; says where that is.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  String handOver(String user, AccessKey key);
}
