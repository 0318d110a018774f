package dev.keyturn.domain.edit;

import java.util.List;

/**
 * The port to the last ten edits, which can be undone, and to the journal with a line for each edit
 * ever made. Implementations are thread-safe.
 *
 * <p>An edit is prepared before its file is written and confirmed afterwards. A process that was
 * killed in between leaves it unconfirmed: the next process that locks its file determines whether
 * it was made.
 */
public interface EditJournal {

  /** How many edits can be undone. */
  int KEPT = 10;

  /** A file that is being replaced, under its lock. */
  interface Replacing {

    /** Its present content. */
    byte[] before();

    /** Its new content. */
    byte[] after();

    /** Writes the new content, or throws a failure and leaves the file as it was. */
    void replace();
  }

  /**
   * Replaces a file by {@code edit}, which can be undone afterwards unless it has no lines: it is
   * then kept as an edit that cannot be undone, so that no older one is undone in its place.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the replacement, and {@code
   *     FileFailure.Unwritable} when the edit cannot be recorded: the file is then not changed,
   *     since the edit could not be undone
   */
  void make(Edit edit, Replacing file);

  /**
   * As {@link #make}, to undo {@code undone}, which cannot be undone again.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #make}
   */
  void undo(AppliedEdit undone, Replacing file);

  /**
   * Records an edit without lines that was made by other means. One that cannot be recorded is left
   * out.
   */
  void recordMade(Edit edit);

  /**
   * Determines which unconfirmed edits of a file were made. The caller must hold its lock.
   *
   * @param file its real path, all links followed
   * @param now its content
   */
  void settle(String file, byte[] now);

  /**
   * The last edits, newest first, including those of killed processes. Those without lines cannot
   * be undone.
   */
  List<AppliedEdit> newestFirst();

  /** Whether its file, whose content is {@code now}, is another than {@code edit} left. */
  boolean changedSince(AppliedEdit edit, byte[] now);

  /** Forgets {@code edit}: it can no longer be undone. */
  void forget(AppliedEdit edit);

  /** Forgets every edit whose lines contain {@code text}, a secret that must not be kept. */
  void forget(String text);
}
