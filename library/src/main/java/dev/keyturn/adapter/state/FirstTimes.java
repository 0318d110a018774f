package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.FailureException;
import java.util.Map;

/** Which messages were shown once on this computer, as one record for each. */
public final class FirstTimes {

  private static final String SAID = "said";

  private final Records records;

  /** Kept in {@code records}. */
  public FirstTimes(Records records) {
    this.records = records;
  }

  /**
   * Whether {@code what} was never shown before, and records it as shown. Where that cannot be
   * recorded, it counts as shown: a message that appears each time is worse than none.
   */
  public boolean isFirst(String what) {
    if (records.read(SAID, what).isPresent()) {
      return false;
    }
    try {
      records.writeLightly(SAID, what, Map.of());
      return true;
    } catch (FailureException e) {
      return false;
    }
  }
}
