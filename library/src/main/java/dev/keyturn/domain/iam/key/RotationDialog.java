package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.UserKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The port to the person who rotates a key, if there is one: without one no key is deleted. Throws
 * {@code Failure.Interrupted} when the person gives up.
 */
public interface RotationDialog {

  /**
   * Whether to delete a key that is not the one in use here, because a user has two at most.
   *
   * @param use when it was last used; null for never
   */
  boolean mayMakeRoom(UserKey key, @Nullable LastUse use);

  /** Whether to delete the old key, which is inactive by now. */
  boolean mayDelete(String accessKeyId);

  /** Called while AWS does not know the new key yet. */
  void waitsForAws(Duration since);

  /** Called when programs get some time to change to the new key. */
  void waitsForPrograms(Duration pause);

  /** Called when there is no more waiting to show. */
  void waitsNoMore();
}
