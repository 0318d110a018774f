package dev.keyturn.cli.command.port;

/** The git work trees that a file may lie in. */
public interface WorkTrees {

  /** What git would do with a file. */
  enum State {
    /** It lies in no work tree. */
    NONE,
    /** It is left out of every commit. */
    IGNORED,
    /** It is part of the repository already. */
    TRACKED,
    /** The next commit of everything would take it. */
    NOT_IGNORED,
    /** It lies in a work tree, and git gives no answer. */
    UNKNOWN
  }

  /** What git would do with {@code file}, which need not exist; links are followed. */
  State state(String file);
}
