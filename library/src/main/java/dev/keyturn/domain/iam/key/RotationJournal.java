package dev.keyturn.domain.iam.key;

import java.util.List;
import java.util.Optional;

/**
 * The port to the unfinished rotations, at most one for each user. A record may contain a secret
 * until the rotation has stored it in its place. Thread-safe.
 */
public interface RotationJournal {

  /** All of them. */
  List<UnfinishedRotation> all();

  /** The rotation of the user with this ARN. */
  Optional<UnfinishedRotation> find(String user);

  /**
   * Records it, replacing an earlier record; it survives a power cut.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void note(UnfinishedRotation rotation);

  /** Forgets the rotation of the user with this ARN, which is finished or undone. */
  void forget(String user);
}
