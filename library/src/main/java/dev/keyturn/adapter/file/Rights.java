package dev.keyturn.adapter.file;

/** The owner and mode of a file after it was replaced. */
public enum Rights {
  /** Owner and mode are kept. */
  KEPT,
  /** The mode is kept; a file of another user is refused. */
  KEPT_IF_OWN,
  /** Only its owner can read it; a file of another user is refused. */
  PRIVATE
}
