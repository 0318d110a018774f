package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Begun;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Created;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Made;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Stored;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyDeposit;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates the new key of a rotation, whose secret AWS shows only once. A lost answer leaves a key
 * that nobody can use, which the next run deletes.
 */
public final class KeyCreation {

  private final AccessKeyService keys;
  private final KeyDeposit deposit;
  private final RotationJournal journal;
  private final RotationDialog dialog;
  private final InstantSource clock;
  private final Consumer<String> notes;

  /**
   * Takes its collaborators.
   *
   * @param notes takes messages for the user
   */
  public KeyCreation(
      AccessKeyService keys,
      KeyDeposit deposit,
      RotationJournal journal,
      RotationDialog dialog,
      InstantSource clock,
      Consumer<String> notes) {
    this.keys = keys;
    this.deposit = deposit;
    this.journal = journal;
    this.dialog = dialog;
    this.clock = clock;
    this.notes = notes;
  }

  /**
   * Creates a key to replace {@code old}. If only stores take it, it is stored there when this
   * returns, and was written nowhere else.
   *
   * @throws FailureException as IAM and as the stores; no new key exists then
   */
  Made create(UserCalls user, String old, KeyRoute route, KeyDeletion deletion) {
    List<UserKey> known = user.call(keys::list);
    makeRoom(user, old, known, deletion);
    String arn = user.user().arn();
    journal.note(new Begun(arn, old, known.stream().map(UserKey::id).toList(), clock.instant()));
    AccessKey key = create(user);
    if (route.inFiles()) {
      return noted(new Created(arn, old, key, route));
    }
    Stored stored = new Stored(arn, old, key.id(), route);
    journal.note(stored);
    deposit(user, stored, key);
    return stored;
  }

  private Created noted(Created created) {
    journal.note(created);
    return created;
  }

  private void deposit(UserCalls user, Stored stored, AccessKey key) {
    try {
      stored.route().stores().forEach(place -> deposit.put(place, key));
    } catch (FailureException e) {
      undo(user, stored);
      throw e;
    }
  }

  /** Deletes a key whose secret could not be stored. */
  void undo(UserCalls user, Stored stored) {
    if (exists(user, stored.id())) {
      user.call(caller -> {
        keys.delete(caller, stored.id());
        return stored;
      });
    }
    stored.route().stores().forEach(place -> discard(place, stored.id()));
    journal.forget(stored.user());
  }

  private AccessKey create(UserCalls user) {
    try {
      return user.call(keys::create);
    } catch (FailureException e) {
      if (!Nature.mayHaveBeenDone(e.failure())) {
        journal.forget(user.user().arn());
      }
      throw e;
    }
  }

  /** If the secret cannot be removed, it is harmless: its key is deleted. */
  private void discard(StorePlace place, String accessKeyId) {
    try {
      deposit.remove(place, accessKeyId);
    } catch (FailureException e) {
      notes.accept(
          place + " may still have the secret of " + accessKeyId + ", which is deleted at AWS");
    }
  }

  /** Deletes the key that an earlier run may have created without receiving the answer. */
  void repair(UserCalls user, Begun begun) {
    // Someone else may have created a key at the same time, and IAM records its use hours late.
    String inUse = user.longTermKeys().accessKeyId();
    for (UserKey key : user.call(keys::list)) {
      boolean isLost = begun.mayHaveCreated(key) && !key.id().equals(inUse);
      if (isLost && lastUse(user, key) == null) {
        user.call(caller -> {
          keys.delete(caller, key.id());
          return key;
        });
        notes.accept(
            "access key " + key.id() + " was deleted, because its secret was not received");
      }
    }
    journal.forget(begun.user());
  }

  /** Whether the new key of an earlier run still exists. */
  boolean exists(UserCalls user, String accessKeyId) {
    return user.call(keys::list).stream().anyMatch(key -> key.id().equals(accessKeyId));
  }

  private void makeRoom(UserCalls user, String old, List<UserKey> known, KeyDeletion deletion) {
    UserKey other =
        known.size() < 2
            ? null
            : known.stream().filter(key -> !key.id().equals(old)).findFirst().orElse(null);
    if (other == null) {
      return;
    }
    LastUse use = lastUse(user, other);
    if (deletion == KeyDeletion.NEVER || !dialog.mayMakeRoom(other, use)) {
      throw noRoom(user, old, other, use).exception();
    }
    user.call(caller -> {
      keys.delete(caller, other.id());
      return other;
    });
  }

  private @Nullable LastUse lastUse(UserCalls user, UserKey key) {
    return user.call(caller -> keys.lastUse(caller, key.id())).orElse(null);
  }

  private static AwsFailure noRoom(
      UserCalls user, String old, UserKey other, @Nullable LastUse use) {
    String state = other.isActive() ? "active" : "inactive";
    String used = use == null ? "never used" : "last used on " + use.when().toString();
    return new AwsFailure.Refused(
        "LimitExceeded",
        (user.user().arn() + " has two access keys, as many as AWS allows: " + old + ", which is")
            + (" in use here, and " + other.id() + " (" + state + ", " + used + ")"),
        user.command("keys", "delete", other.id()));
  }
}
