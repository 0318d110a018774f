package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.UserCalls;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Deactivates a key that is no longer used here, and deletes it if requested. */
public final class KeyRetirement {

  /**
   * How long a program that has just read the old key may still use it. No delay would be long
   * enough for a program that keeps the key in memory.
   */
  private static final Duration LAST_CALLS = Duration.ofSeconds(10);

  private final AccessKeyService keys;
  private final RotationDialog dialog;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param pause sleeps
   */
  public KeyRetirement(AccessKeyService keys, RotationDialog dialog, Consumer<Duration> pause) {
    this.keys = keys;
    this.dialog = dialog;
    this.pause = pause;
  }

  /** Retires a key, which may not exist any longer; returns whether it is deleted. */
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

  /** False if the key does not exist. */
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
