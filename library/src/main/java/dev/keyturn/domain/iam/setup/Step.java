package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.iam.PolicyOwner;
import org.jspecify.annotations.Nullable;

/** A resource that an account should have, with its present state. */
public sealed interface Step {

  /** Whether the account lacks it. */
  boolean isChange();

  /** Whether the account has a different version, which is replaced. */
  boolean replaces();

  /**
   * A user.
   *
   * @param name the name
   * @param path the path; {@code /} for none
   * @param exists whether it exists
   */
  record User(String name, String path, boolean exists) implements Step {
    @Override
    public boolean isChange() {
      return !exists;
    }

    @Override
    public boolean replaces() {
      return false;
    }
  }

  /**
   * An inline policy.
   *
   * @param owner its owner
   * @param policy its name
   * @param document the wanted document
   * @param before the present document; null if there is none
   * @param isSame whether both mean the same
   */
  record InlinePolicy(
      PolicyOwner owner, String policy, String document, @Nullable String before, boolean isSame)
      implements Step {
    @Override
    public boolean isChange() {
      return !isSame;
    }

    @Override
    public boolean replaces() {
      return before != null && !isSame;
    }
  }

  /**
   * A role.
   *
   * @param name the name
   * @param path the path; {@code /} for none
   * @param trust the wanted trust policy
   * @param before the present one; null if the role does not exist
   * @param isSame whether both mean the same
   */
  record Role(String name, String path, String trust, @Nullable String before, boolean isSame)
      implements Step {
    @Override
    public boolean isChange() {
      return !isSame;
    }

    @Override
    public boolean replaces() {
      return before != null && !isSame;
    }
  }

  /**
   * The policy of a bucket that has none or this one.
   *
   * @param bucket the bucket
   * @param document the wanted document
   * @param exists whether the bucket has it
   */
  record BucketPolicy(String bucket, String document, boolean exists) implements Step {
    @Override
    public boolean isChange() {
      return !exists;
    }

    @Override
    public boolean replaces() {
      return false;
    }
  }

  /**
   * The first access key of a user.
   *
   * @param user the user
   * @param exists whether the user has one
   */
  record Key(String user, boolean exists) implements Step {
    @Override
    public boolean isChange() {
      return !exists;
    }

    @Override
    public boolean replaces() {
      return false;
    }
  }
}
