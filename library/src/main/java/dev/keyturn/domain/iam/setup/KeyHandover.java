package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.credential.AccessKey;

/** The port to the file by which a person gets a first access key. */
public interface KeyHandover {

  /**
   * Makes sure that a key of {@code user} can be handed over.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void check(String user);

  /**
   * Hands it over; says where.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  String handOver(String user, AccessKey key);
}
