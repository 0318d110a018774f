package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.UserKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The port to the person who rotates a key, if there is one: without one no key is deleted. Throws
 * {@code Failure.Interrupted} when the person cancels.
 */
public interface RotationDialog {

  /**
   * Asks whether to delete a key that is not the one in use here, because a user can have at most
   * two.
   *
   * @param use when it was last used; null for never
   */
  boolean mayMakeRoom(UserKey key, @Nullable LastUse use);

  /** Asks whether to delete the old key, which is inactive by now. */
  boolean mayDelete(String accessKeyId);

  /** Called while AWS does not know the new key yet. */
  void waitsForAws(Duration since);

  /** Called while programs get some time to switch to the new key. */
  void waitsForPrograms(Duration pause);

  /** Called when the wait is over. */
  void waitsNoMore();
}
