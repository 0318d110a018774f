package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Caller;
import java.util.Map;

/** The verdicts on one call, for each caller in the order of {@link Caller}. */
public record CheckRow(Probe probe, Map<Caller, Verdict> verdicts) {

  /** The verdict for one caller. */
  public Verdict verdict(Caller caller) {
    Verdict verdict = verdicts.get(caller);
    if (verdict == null) {
      throw new IllegalStateException("each row has each caller");
    }
    return verdict;
  }
}
