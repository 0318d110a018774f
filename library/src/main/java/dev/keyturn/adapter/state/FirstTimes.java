package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.FailureException;
import java.util.Map;

/** Which things have been said once on this computer, as one record for each. */
public final class FirstTimes {

  private static final String SAID = "said";

  private final Records records;

  /** Kept in {@code records}. */
  public FirstTimes(Records records) {
    this.records = records;
  }

  /**
   * Whether {@code what} was not said before; from now on it was. Where that cannot be noted, it
   * counts as said: a remark that comes each time is worse than none.
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
