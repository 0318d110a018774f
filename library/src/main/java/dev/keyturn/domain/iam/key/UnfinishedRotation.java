package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.store.StorePlace;
import java.time.Instant;
import java.util.List;

/**
 * How far the rotation of an access key has progressed. Only the stage {@link Created} contains a
 * secret, which will be written to the AWS files anyway.
 */
public sealed interface UnfinishedRotation {

  /** The ARN of the user. */
  String user();

  /** The id of the key to be replaced. */
  String old();

  /**
   * A new key is being created; whether it was is not known yet.
   *
   * @param user the user
   * @param old the key to be replaced
   * @param known the ids of all keys that existed before
   * @param when when the creation began
   */
  record Begun(String user, String old, List<String> known, Instant when)
      implements UnfinishedRotation {

    /** Whether {@code key} may be the one created by this rotation, whose secret is lost. */
    boolean mayHaveCreated(UserKey key) {
      return !known.contains(key.id()) && key.mayBeCreatedAt(when);
    }
  }

  /** The new key exists, but not every place has it yet. */
  sealed interface Made extends UnfinishedRotation {

    /** The id of the new key. */
    String id();

    /** Its route. */
    KeyRoute route();
  }

  /**
   * A new key to be written to the AWS files, in all sections or some.
   *
   * @param user the user
   * @param old the key to be replaced
   * @param key the new key
   * @param route its route
   */
  record Created(String user, String old, AccessKey key, KeyRoute route) implements Made {
    @Override
    public String id() {
      return key.id();
    }
  }

  /**
   * A new key for stores only, which know whether they have it already.
   *
   * @param user the user
   * @param old the key to be replaced
   * @param id the new key
   * @param route its route
   */
  record Stored(String user, String old, String id, KeyRoute route) implements Made {}

  /**
   * The new key is in every place of the old one.
   *
   * @param user the user
   * @param old the replaced key
   * @param id the new key
   * @param left the stores that have the old key
   */
  record Written(String user, String old, String id, List<StorePlace> left)
      implements UnfinishedRotation {}
}
