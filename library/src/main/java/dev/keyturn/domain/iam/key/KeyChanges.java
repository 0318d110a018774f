package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.UserKey;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Activates, deactivates and deletes single keys of a user, and protects users against locking
 * themselves out by accident.
 */
public final class KeyChanges {

  private final AccessKeyService keys;
  private final KeyPlaces places;

  public KeyChanges(AccessKeyService keys, KeyPlaces places) {
    this.keys = keys;
    this.places = places;
  }

  /**
   * Activates a key again.
   *
   * @throws dev.keyturn.domain.failure.FailureException as IAM
   */
  public void activate(UserCalls user, String accessKeyId) {
    change(user, keys::activate, find(user, accessKeyId));
  }

  /**
   * Deactivates a key.
   *
   * @param force whether to do so even if the key is in use here, or is the only one
   * @throws dev.keyturn.domain.failure.FailureException as IAM, and {@code Usage} without {@code
   *     force}
   */
  public void deactivate(UserCalls user, String accessKeyId, boolean force) {
    UserKey key = find(user, accessKeyId);
    check(user, key, force, "deactivate");
    change(user, keys::deactivate, key);
  }

  /** Deletes a key, with the checks of {@link #deactivate}. */
  public void delete(UserCalls user, String accessKeyId, boolean force) {
    UserKey key = find(user, accessKeyId);
    check(user, key, force, "delete");
    change(user, keys::delete, key);
  }

  /**
   * The key of the user.
   *
   * @throws dev.keyturn.domain.failure.FailureException as IAM, also where the user has no such key
   */
  public UserKey find(UserCalls user, String accessKeyId) {
    return user.call(keys::list).stream()
        .filter(key -> key.id().equals(accessKeyId))
        .findFirst()
        .orElseThrow(() -> unknown(user, accessKeyId).exception());
  }

  private static AwsFailure unknown(UserCalls user, String accessKeyId) {
    return new AwsFailure.Refused(
        "NoSuchEntity",
        user.user().arn() + " has no access key " + accessKeyId,
        user.command("keys", "list"));
  }

  private static void change(UserCalls user, BiConsumer<IamCaller, String> change, UserKey key) {
    user.call(caller -> {
      change.accept(caller, key.id());
      return key;
    });
  }

  private void check(UserCalls user, UserKey key, boolean force, String verb) {
    if (force || !key.isActive()) {
      return;
    }
    List<String> profiles = places.of(key.id()).stream().map(KeyPlace::profile).distinct().toList();
    if (!profiles.isEmpty()) {
      throw locksOut(user, key, verb, "is in use by profile " + String.join(", ", profiles));
    }
    boolean isOnly = user.call(keys::list).stream().filter(UserKey::isActive).count() == 1;
    if (isOnly) {
      throw locksOut(user, key, verb, "is the only active key of " + user.user().arn());
    }
  }

  private static RuntimeException locksOut(UserCalls user, UserKey key, String verb, String why) {
    return new Failure.Usage(
            "access key " + key.id() + " " + why,
            user.command("keys", "rotate")
                + ", or "
                + user.command("keys", verb, key.id(), "--force"))
        .exception();
  }
}
