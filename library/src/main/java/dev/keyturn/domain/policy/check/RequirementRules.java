package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.caller.CallerContext;
import dev.keyturn.domain.policy.caller.Circumstances;
import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Effect;
import dev.keyturn.domain.policy.document.Operator;
import dev.keyturn.domain.policy.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Policies that do not require MFA though they mean to. */
final class RequirementRules {

  private RequirementRules() {}

  static List<Finding> mfaWithoutEffect(Trap trap, Inspection inspection) {
    List<Statement> statements = inspection.policies().ofUser();
    boolean speaksOfMfa = statements.stream().anyMatch(RequirementRules::isAboutMfa);
    boolean matters = inspection.probes().stream().anyMatch(probe -> matters(inspection, probe));
    return speaksOfMfa && !matters ? List.of(new Finding(trap, null, trap.summary())) : List.of();
  }

  private static boolean isAboutMfa(Statement statement) {
    return !Inspection.mfaConditions(statement).isEmpty();
  }

  private static boolean matters(Inspection inspection, Probe probe) {
    return !inspection
        .decision(Caller.LONG_TERM_KEY, probe)
        .getClass()
        .equals(inspection.decision(Caller.SESSION_WITH_MFA, probe).getClass());
  }

  static List<Finding> denyMissesAccessKeys(Trap trap, Inspection inspection) {
    return denials(
        trap,
        inspection,
        "does not deny access keys, whose requests do not contain aws:MultiFactorAuthPresent",
        statement ->
            inspection.mfaHolds(statement, Caller.SESSION_WITHOUT_MFA)
                && !inspection.mfaHolds(statement, Caller.LONG_TERM_KEY)
                && inspection.leavesFree(
                    statement,
                    Caller.SESSION_WITHOUT_MFA,
                    inspection.usual(),
                    Caller.LONG_TERM_KEY));
  }

  static List<Finding> conditionInverted(Trap trap, Inspection inspection) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : inspection.aboutMfa(Effect.ALLOW, inspection.policies().ofUser())) {
      Stream.of(Caller.LONG_TERM_KEY, Caller.SESSION_WITHOUT_MFA)
          .filter(caller -> inspection.mfaHolds(statement, caller))
          .map(caller -> "applies without MFA: its condition is true for " + caller.description())
          .findFirst()
          .ifPresent(message -> findings.add(new Finding(trap, statement.id(), message)));
    }
    findings.addAll(
        denials(
            trap,
            inspection,
            "denies callers with MFA and not those without",
            statement ->
                inspection.mfaHolds(statement, Caller.SESSION_WITH_MFA)
                    && !inspection.mfaHolds(statement, Caller.SESSION_WITHOUT_MFA)));
    return findings;
  }

  static List<Finding> deviceRemovable(Trap trap, Inspection inspection) {
    boolean speaksOfMfa =
        inspection.policies().all().stream().anyMatch(RequirementRules::isAboutMfa);
    Statement allowing =
        inspection.allowing(Caller.LONG_TERM_KEY, new Probes(inspection.subject()).removal());
    return allowing != null && speaksOfMfa
        ? List.of(
            new Finding(
                trap,
                allowing.id(),
                "lets anyone who has the access key remove the MFA device: iam:DeactivateMFADevice"
                    + " is allowed without MFA"))
        : List.of();
  }

  static List<Finding> serviceCallsExempt(Trap trap, Inspection inspection) {
    Circumstances direct = inspection.usual();
    return denials(
        trap,
        inspection,
        "does not apply to calls that AWS services make for a caller without MFA",
        statement ->
            holdsWithoutMfa(inspection, statement, direct)
                && !holdsWithoutMfa(inspection, statement, direct.viaAwsService()));
  }

  private static boolean holdsWithoutMfa(
      Inspection inspection, Statement statement, Circumstances circumstances) {
    List<Condition> conditions = new ArrayList<>(statement.conditionsOn(CallerContext.VIA_SERVICE));
    conditions.addAll(Inspection.mfaConditions(statement));
    return inspection.hold(conditions, Caller.SESSION_WITHOUT_MFA, circumstances);
  }

  static List<Finding> ageAlone(Trap trap, Inspection inspection) {
    Circumstances old = inspection.usual().whenOld();
    List<Finding> findings =
        new ArrayList<>(
            denials(
                trap,
                inspection,
                "denies old sessions with MFA and not callers without MFA, whose requests do not"
                    + " contain aws:MultiFactorAuthAge",
                statement ->
                    inspection.mfaHolds(statement, Caller.SESSION_WITH_MFA, old)
                        && !inspection.mfaHolds(statement, Caller.SESSION_WITH_MFA)
                        && !inspection.mfaHolds(statement, Caller.LONG_TERM_KEY)
                        && inspection.leavesFree(
                            statement, Caller.SESSION_WITH_MFA, old, Caller.LONG_TERM_KEY)));
    for (Statement statement : inspection.policies().ofUser()) {
      if (limitsNothing(inspection, statement, old)) {
        findings.add(
            new Finding(
                trap,
                statement.id(),
                "its limit on aws:MultiFactorAuthAge is never reached: no session lives longer than"
                    + " 129600 seconds"));
      }
    }
    return findings;
  }

  /**
   * A maximum that even the oldest session satisfies. A test whether the key exists does restrict.
   */
  private static boolean limitsNothing(
      Inspection inspection, Statement statement, Circumstances old) {
    List<Condition> ages =
        statement.conditionsOn(CallerContext.MFA_AGE).stream()
            .filter(Predicate.not(RequirementRules::isPresence))
            .toList();
    boolean passes = statement.effect() == Effect.ALLOW;
    return !ages.isEmpty()
        && inspection.hold(ages, Caller.SESSION_WITH_MFA, inspection.usual()) == passes
        && inspection.hold(ages, Caller.SESSION_WITH_MFA, old) == passes;
  }

  private static boolean isPresence(Condition condition) {
    return condition.test().operator() == Operator.NULL;
  }

  private static List<Finding> denials(
      Trap trap, Inspection inspection, String message, Predicate<Statement> test) {
    return inspection.aboutMfa(Effect.DENY, inspection.policies().ofUser()).stream()
        .filter(test)
        .map(statement -> new Finding(trap, statement.id(), message))
        .toList();
  }
}
