package dev.keyturn.domain.edit;

import java.util.List;

/** The port to the edits that can be taken back, the last ten. Implementations are thread-safe. */
public interface EditHistory {

  /** How many edits can be taken back. */
  int KEPT = 10;

  /** Keeps {@code edit}, and forgets the oldest when there are more than {@link #KEPT}. */
  void add(AppliedEdit edit);

  /** The edits that are kept, the newest first. */
  List<AppliedEdit> newestFirst();

  /** Forgets one edit; no change where it is forgotten already. */
  void remove(String id);

  /** Forgets every edit whose lines have {@code text} in them: a secret that shall be gone. */
  void forget(String text);

  /** Adds to the journal that {@code edit} was made: no values, and never removed. */
  void log(AppliedEdit edit);
}
