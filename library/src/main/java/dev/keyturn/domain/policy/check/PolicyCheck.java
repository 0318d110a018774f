package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.caller.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What policies let each caller do, found by evaluating them. Immutable.
 *
 * <p>Service control policies, other accounts, and policies of resources other than the bucket are
 * not evaluated.
 *
 * @param rows one for each call that was tried
 * @param findings the traps in the policies, in the order of {@link Trap}
 */
public record PolicyCheck(List<CheckRow> rows, List<Finding> findings) {

  /** Checks the policies of {@code subject}, evaluated at {@code now}. */
  public static PolicyCheck of(CheckedPolicies policies, Subject subject, Instant now) {
    Inspection inspection = new Inspection(policies, subject, now);
    List<CheckRow> rows = inspection.probes().stream().map(p -> row(inspection, p)).toList();
    List<Finding> findings = new ArrayList<>();
    for (Trap trap : Trap.values()) {
      findings.addAll(trap.find(inspection));
    }
    return new PolicyCheck(rows, List.copyOf(findings));
  }

  private static CheckRow row(Inspection inspection, Probe probe) {
    Map<Caller, Verdict> verdicts = new EnumMap<>(Caller.class);
    for (Caller caller : Caller.values()) {
      verdicts.put(caller, inspection.verdict(caller, probe));
    }
    return new CheckRow(probe, verdicts);
  }

  /**
   * The calls that these policies allow and {@code before} does not. Calls that only one of the two
   * checks tried are left out.
   */
  public List<Widening> widenedFrom(PolicyCheck before) {
    List<Widening> widened = new ArrayList<>();
    for (CheckRow row : rows) {
      for (CheckRow old : before.rows) {
        if (old.probe().equals(row.probe())) {
          widened.addAll(widened(old, row));
        }
      }
    }
    return widened;
  }

  private static List<Widening> widened(CheckRow before, CheckRow after) {
    List<Widening> widened = new ArrayList<>();
    for (Caller caller : Caller.values()) {
      if (after.verdict(caller).isAllowed() && !before.verdict(caller).isAllowed()) {
        widened.add(new Widening(caller, after.probe()));
      }
    }
    return widened;
  }

  /** A call that would become allowed. */
  public record Widening(Caller caller, Probe probe) {}
}
