package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.UserCalls;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes a key inactive that nothing here uses any longer, and deletes it if that is wanted. */
public final class KeyRetirement {

  /**
   * A program that has just read the old key gets so much time to use it. One that keeps the key in
   * its memory gets none, whatever the time.
   */
  private static final Duration LAST_CALLS = Duration.ofSeconds(10);

  private final AccessKeyService keys;
  private final RotationDialog dialog;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param pause waits
   */
  public KeyRetirement(AccessKeyService keys, RotationDialog dialog, Consumer<Duration> pause) {
    this.keys = keys;
    this.dialog = dialog;
    this.pause = pause;
  }

  /** Retires a key, which may be gone already; says whether it is deleted. */
  boolean retire(UserCalls user, String accessKeyId, KeyDeletion deletion) {
    dialog.waitsForPrograms(LAST_CALLS);
    pause.accept(LAST_CALLS);
    dialog.waitsNoMore();
    boolean exists = isDone(user, keys::deactivate, accessKeyId);
    boolean isUnwanted = exists && isUnwanted(accessKeyId, deletion);
    if (isUnwanted) {
      isDone(user, keys::delete, accessKeyId);
    }
    return isUnwanted || !exists;
  }

  private boolean isUnwanted(String accessKeyId, KeyDeletion deletion) {
    return switch (deletion) {
      case ALWAYS -> true;
      case IF_CONFIRMED -> dialog.mayDelete(accessKeyId);
      case NEVER -> false;
    };
  }

  /** False if there is no such key. */
  private static boolean isDone(
      UserCalls user, BiConsumer<IamCaller, String> change, String accessKeyId) {
    try {
      user.call(caller -> {
        change.accept(caller, accessKeyId);
        return accessKeyId;
      });
      return true;
    } catch (FailureException e) {
      if (Nature.saysItIsMissing(e.failure())) {
        return false;
      }
      throw e;
    }
  }
}
