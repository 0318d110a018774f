package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.iam.PolicyOwner;
import org.jspecify.annotations.Nullable;

/** Something that an account should have, and what it has now. */
public sealed interface Step {

  /** Whether the account lacks it. */
  boolean isChange();

  /** Whether something else is there, which goes. */
  boolean replaces();

  /**
   * A user.
   *
   * @param name the name
   * @param path the path; {@code /} for none
   * @param exists whether there is one
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
   * @param owner whose
   * @param policy its name
   * @param document what it should say
   * @param before what it says; null if there is none
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
   * @param trust what its trust policy should say
   * @param before what that says; null if there is no such role
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
   * The policy of a bucket, which has none or this one.
   *
   * @param bucket the bucket
   * @param document what it should say
   * @param exists whether it says so
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
   * A first access key, for the person to begin with.
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
