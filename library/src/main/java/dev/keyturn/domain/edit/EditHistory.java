package dev.keyturn.domain.edit;

import java.util.List;

/**
 * The port to the edits that can be taken back, the last ten, and to the journal of all that were
 * made. Implementations are thread-safe.
 *
 * <p>An edit is prepared before its file is written and confirmed afterwards. A process that was
 * killed in between leaves it unconfirmed: whoever holds the lock of its file next says whether it
 * was made.
 */
public interface EditHistory {

  /** How many edits can be taken back. */
  int KEPT = 10;

  /**
   * Keeps {@code edit}, which is about to be made.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code UnwritableFile} when it or the
   *     journal cannot be written
   */
  void prepare(PreparedEdit edit);

  /**
   * {@code edit} was made: writes its line in the journal, which has no values and is never
   * removed, unless that was done already. The edit can be taken back from now on, and the oldest
   * is forgotten when there are more than {@link #KEPT}; the edit that it takes back is forgotten.
   */
  void confirm(PreparedEdit edit);

  /** {@code edit} was not made. */
  void cancel(PreparedEdit edit);

  /** The edits that were neither confirmed nor cancelled, the oldest first. */
  List<PreparedEdit> unconfirmed();

  /** The edits that can be taken back, the newest first. */
  List<AppliedEdit> newestFirst();

  /** Forgets every edit whose lines have {@code text} in them: a secret that shall be gone. */
  void forget(String text);
}
