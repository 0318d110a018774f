package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.store.StorePlace;
import java.time.Instant;
import java.util.List;

/**
 * How far the rotation of an access key has come. Of its stages only {@link Created} has a secret,
 * which ends in the AWS files anyway.
 */
public sealed interface UnfinishedRotation {

  /** The ARN of the user. */
  String user();

  /** The id of the key that goes. */
  String old();

  /**
   * A new key is to be created; whether it was, nobody knows yet.
   *
   * @param user the user
   * @param old the key that goes
   * @param known the ids of all keys that there were
   * @param when since when
   */
  record Begun(String user, String old, List<String> known, Instant when)
      implements UnfinishedRotation {

    /** Whether {@code key} may be the one that was created for this, and whose secret is lost. */
    boolean mayHaveCreated(UserKey key) {
      return !known.contains(key.id()) && key.mayBeCreatedAt(when);
    }
  }

  /** There is a new key, and nothing uses it yet, or not everything. */
  sealed interface Made extends UnfinishedRotation {

    /** The id of the new key. */
    String id();

    /** Where it goes. */
    KeyRoute route();
  }

  /**
   * A new key that goes to the AWS files, to all sections or some.
   *
   * @param user the user
   * @param old the key that goes
   * @param key the new key
   * @param route where it goes
   */
  record Created(String user, String old, AccessKey key, KeyRoute route) implements Made {
    @Override
    public String id() {
      return key.id();
    }
  }

  /**
   * A new key that goes to stores alone. Whether it is there yet, they know.
   *
   * @param user the user
   * @param old the key that goes
   * @param id the new key
   * @param route where it goes
   */
  record Stored(String user, String old, String id, KeyRoute route) implements Made {}

  /**
   * The new key is in every place of the old one.
   *
   * @param user the user
   * @param old the key that goes
   * @param id the new key
   * @param left the stores that have the old key
   */
  record Written(String user, String old, String id, List<StorePlace> left)
      implements UnfinishedRotation {}
}
