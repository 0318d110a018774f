package dev.keyturn.domain.iam.key;

/** Whether a rotation deletes the old key when it is inactive. */
public enum KeyDeletion {
  /** Without asking. */
  ALWAYS,
  /** If the person agrees, who is also asked to make room for the new key. */
  IF_CONFIRMED,
  /** Nobody is asked, and no key is deleted. */
  NEVER
}
