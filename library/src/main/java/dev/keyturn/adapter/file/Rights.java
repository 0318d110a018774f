package dev.keyturn.adapter.file;

/** Whose a file is after it was replaced, and who may read it. */
public enum Rights {
  /** Owner and mode stay. */
  KEPT,
  /** The mode stays; another user's file is refused. */
  KEPT_IF_OWN,
  /** Only its owner can read it; another user's file is refused. */
  PRIVATE
}
