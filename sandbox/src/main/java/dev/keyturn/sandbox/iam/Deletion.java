package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.AwsError;

/** What must not be deleted yet. */
final class Deletion {
  private Deletion() {}

  /**
   * Refuses to delete what still holds something.
   *
   * @throws AwsError DeleteConflict
   */
  static void refuseWhile(boolean holds, String remedy) {
    if (holds) {
      throw AwsError.deleteConflict("Cannot delete entity, " + remedy);
    }
  }
}
