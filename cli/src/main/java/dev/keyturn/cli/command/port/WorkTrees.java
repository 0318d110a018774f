package dev.keyturn.cli.command.port;

/** The git work trees that a file may be in. */
public interface WorkTrees {

  /** What git would do with a file. */
  enum State {
    /** It is not in a work tree. */
    NONE,
    /** It is ignored. */
    IGNORED,
    /** It is tracked. */
    TRACKED,
    /** It is untracked; {@code git add .} would add it. */
    NOT_IGNORED,
    /** It is in a work tree, but git could not be asked. */
    UNKNOWN
  }

  /** What git would do with {@code file}, which need not exist; links are followed. */
  State state(String file);
}
