package dev.keyturn.sandbox.iam.request;

import dev.keyturn.sandbox.action.AwsError;

/** Checks before a deletion. */
public final class Deletion {
  private Deletion() {}

  /**
   * Refuses to delete what is still valid something.
   *
   * @throws AwsError DeleteConflict
   */
  public static void refuseWhile(boolean holds, String remedy) {
    if (holds) {
      throw AwsError.deleteConflict("Cannot delete entity, " + remedy);
    }
  }
}
