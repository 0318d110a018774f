package dev.keyturn.domain.edit;

import java.util.List;

/**
 * The port to the edits that can be undone, the last ten, and to a line for each that was ever
 * made. Implementations are thread-safe.
 *
 * <p>An edit is prepared before its file is written and confirmed afterwards. A process that was
 * killed in between leaves it unconfirmed: the next process that has the lock of its file settles
 * whether it was made.
 */
public interface EditJournal {

  /** How many edits can be undone. */
  int KEPT = 10;

  /** A file that is being replaced, under its lock. */
  interface Replacing {

    /** What is in it. */
    byte[] before();

    /** What will be in it. */
    byte[] after();

    /** Puts it there, or throws a failure and leaves the file as it was. */
    void replace();
  }

  /**
   * Replaces a file by {@code edit}, which can be undone from then on, unless it has no lines.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the replacing does, and {@code
   *     FileFailure.Unwritable} when the edit cannot be written down: one that cannot be undone
   *     would be worse than one that was not made
   */
  void make(Edit edit, Replacing file);

  /**
   * As {@link #make}, to undo {@code undone}, which cannot be undone again.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #make}
   */
  void undo(AppliedEdit undone, Replacing file);

  /**
   * Settles which unconfirmed edits of a file were made. The caller holds its lock.
   *
   * @param file its real path, all links followed
   * @param now what is in it
   */
  void settle(String file, byte[] now);

  /** The edits that can be undone, the newest first, those of killed processes among them. */
  List<AppliedEdit> newestFirst();

  /** Forgets every edit whose lines have {@code text} in them: a secret that shall be gone. */
  void forget(String text);
}
