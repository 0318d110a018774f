package dev.keyturn.domain.iam.key;

import java.util.List;
import java.util.Optional;

/**
 * The port to the rotations that are not finished, one for each user at most. What it keeps may
 * have a secret, until the rotation has written it to where it belongs. Thread-safe.
 */
public interface RotationJournal {

  /** All of them. */
  List<UnfinishedRotation> all();

  /** The rotation of the user with this ARN. */
  Optional<UnfinishedRotation> find(String user);

  /**
   * Notes it, in place of what was noted before, so that not even a power cut takes it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void note(UnfinishedRotation rotation);

  /** Forgets the rotation of the user with this ARN, which is finished or undone. */
  void forget(String user);
}
