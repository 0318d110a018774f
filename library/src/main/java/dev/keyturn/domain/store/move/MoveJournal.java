package dev.keyturn.domain.store.move;

import dev.keyturn.domain.store.ItemName;
import java.util.List;

/** The port to the unfinished moves, at most one for each secret. Thread-safe. */
public interface MoveJournal {

  /** All of them. */
  List<UnfinishedMove> all();

  /**
   * Records it, replacing an earlier record; it survives a power cut.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void note(UnfinishedMove move);

  /** Forgets the move of a secret, which is finished. */
  void forget(ItemName name);
}
