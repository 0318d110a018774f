package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.document.Effect;
import dev.keyturn.domain.policy.document.Statement;
import dev.keyturn.domain.policy.document.TextPattern;
import dev.keyturn.domain.policy.evaluate.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Policies that lock out those they mean to admit, or deny what cannot be denied. */
final class LockoutRules {

  private static final Set<String> NEVER_DENIED =
      Set.of("sts:getsessiontoken", "sts:getcalleridentity");

  private LockoutRules() {}

  static List<Finding> roleLockedOut(Trap trap, Inspection inspection) {
    List<Statement> statements = inspection.policies().ofRole();
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : inspection.aboutMfa(Effect.DENY, statements)) {
      if (holdsForRole(inspection, statement) && hits(inspection, statement)) {
        findings.add(
            new Finding(trap, statement.id(), "denies every session of the role, with MFA or not"));
      }
    }
    for (Statement statement : inspection.aboutMfa(Effect.ALLOW, statements)) {
      boolean ofRole = statement.principals() == null;
      if (ofRole && !inspection.mfaHolds(statement, Caller.ROLE_SESSION)) {
        findings.add(
            new Finding(trap, statement.id(), "never applies: no session of the role has MFA"));
      }
    }
    return findings;
  }

  /** Evaluated with its other conditions, one of which may exempt roles. */
  private static boolean holdsForRole(Inspection inspection, Statement statement) {
    return inspection.hold(statement.conditions(), Caller.ROLE_SESSION, inspection.usual());
  }

  /** Whether it denies the role any call: a bucket policy may concern others only. */
  private static boolean hits(Inspection inspection, Statement statement) {
    return statement.principals() == null
        || inspection.probes().stream()
            .map(probe -> inspection.decision(Caller.ROLE_SESSION, probe))
            .anyMatch(decision -> Inspection.isDeniedBy(statement, decision));
  }

  static List<Finding> enrollmentBlocked(Trap trap, Inspection inspection) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : inspection.aboutMfa(Effect.DENY, inspection.policies().ofUser())) {
      Set<String> blocked = new TreeSet<>();
      for (Probe probe : inspection.probes()) {
        if (isNeededWithoutMfa(inspection, probe) && blocks(inspection, statement, probe)) {
          blocked.add(probe.action());
        }
      }
      if (!blocked.isEmpty()) {
        String message = "denies, without MFA, calls that are needed to get MFA: ";
        findings.add(new Finding(trap, statement.id(), message + String.join(", ", blocked)));
      }
    }
    return findings;
  }

  /** Calls on the user itself, and those of {@code aws login} if the user may make them. */
  private static boolean isNeededWithoutMfa(Inspection inspection, Probe probe) {
    boolean login = probe.action().startsWith("signin:");
    return login
        ? inspection.decision(Caller.SESSION_WITH_MFA, probe).isAllowed()
        : Probes.ENROLLMENT.contains(probe.action()) && probe.detail().isEmpty();
  }

  private static boolean blocks(Inspection inspection, Statement statement, Probe probe) {
    Decision without = inspection.decision(Caller.LONG_TERM_KEY, probe);
    Decision with = inspection.decision(Caller.SESSION_WITH_MFA, probe);
    return Inspection.isDeniedBy(statement, without) && !Inspection.isDeniedBy(statement, with);
  }

  static List<Finding> sessionTokenDenied(Trap trap, Inspection inspection) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : inspection.policies().all()) {
      if (statement.effect() == Effect.DENY && !statement.actions().excluded()) {
        statement.actions().patterns().stream()
            .map(TextPattern::source)
            .filter(action -> NEVER_DENIED.contains(action.toLowerCase(Locale.ROOT)))
            .forEach(action ->
                findings.add(
                    new Finding(
                        trap,
                        statement.id(),
                        "cannot deny " + action + ": it needs no permission")));
      }
    }
    return findings;
  }

  static List<Finding> oneDeviceName(Trap trap, Inspection inspection) {
    Probes probes = new Probes(inspection.subject());
    for (Caller caller : List.of(Caller.SESSION_WITH_MFA, Caller.LONG_TERM_KEY)) {
      Statement first = inspection.allowing(caller, probes.firstDevice());
      if (first != null) {
        return inspection.allowing(caller, probes.secondDevice()) != null
            ? List.of()
            : List.of(
                new Finding(
                    trap,
                    first.id(),
                    "allows one virtual MFA device, mfa/"
                        + inspection.subject().userName()
                        + ", and no second one under another name"));
      }
    }
    return List.of();
  }
}
