package dev.keyturn.domain.store.move;

import dev.keyturn.domain.store.ItemName;
import java.util.List;

/** The port to the moves that are not finished, one for each secret at most. Thread-safe. */
public interface MoveJournal {

  /** All of them. */
  List<UnfinishedMove> all();

  /**
   * Notes it, in place of what was noted before, so that not even a power cut takes it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void note(UnfinishedMove move);

  /** Forgets the move of a secret, which is finished. */
  void forget(ItemName name);
}
