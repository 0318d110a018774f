package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Caller;
import java.util.Map;

/** What comes of one call, for each caller in the order of {@link Caller}. */
public record CheckRow(Probe probe, Map<Caller, Verdict> verdicts) {

  /** For one caller. */
  public Verdict verdict(Caller caller) {
    Verdict verdict = verdicts.get(caller);
    if (verdict == null) {
      throw new IllegalStateException("each row has each caller");
    }
    return verdict;
  }
}
