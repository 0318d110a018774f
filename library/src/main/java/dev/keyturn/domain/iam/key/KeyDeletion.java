package dev.keyturn.domain.iam.key;

/** Whether a rotation deletes the old key after making it inactive. */
public enum KeyDeletion {
  /** Without asking. */
  ALWAYS,
  /**
   * If the person agrees; the person is also asked about deleting a key to make room for the new
   * one.
   */
  IF_CONFIRMED,
  /** Never; nobody is asked. */
  NEVER
}
