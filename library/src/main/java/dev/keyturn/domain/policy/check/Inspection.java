package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.caller.CallerContext;
import dev.keyturn.domain.policy.caller.Circumstances;
import dev.keyturn.domain.policy.caller.CredentialRule;
import dev.keyturn.domain.policy.caller.Subject;
import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Effect;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.Statement;
import dev.keyturn.domain.policy.evaluate.AccessRequest;
import dev.keyturn.domain.policy.evaluate.Conditions;
import dev.keyturn.domain.policy.evaluate.Decision;
import dev.keyturn.domain.policy.evaluate.Evaluation;
import dev.keyturn.domain.policy.evaluate.PolicySet;
import dev.keyturn.domain.policy.evaluate.RequestContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates the policies of a subject, for all rules of a check. */
final class Inspection {

  private final CheckedPolicies policies;
  private final Subject subject;
  private final Circumstances usual;
  private final List<Probe> probes;

  Inspection(CheckedPolicies policies, Subject subject, Instant now) {
    this.policies = policies;
    this.subject = subject;
    this.usual = Circumstances.at(now);
    this.probes = new Probes(subject).all(policies.all());
  }

  CheckedPolicies policies() {
    return policies;
  }

  Subject subject() {
    return subject;
  }

  List<Probe> probes() {
    return probes;
  }

  /** A call of {@link Probes}, some minutes after the caller's session was made. */
  Circumstances usual() {
    return usual;
  }

  Verdict verdict(Caller caller, Probe probe) {
    return new Verdict(CredentialRule.of(caller, probe.action()), decision(caller, probe));
  }

  Decision decision(Caller caller, Probe probe) {
    return decision(caller, probe, usual);
  }

  Decision decision(Caller caller, Probe probe, Circumstances circumstances) {
    RequestContext context = context(caller, circumstances);
    if (probe.withCode() && caller.isUser()) {
      context = CallerContext.withCode(context);
    }
    return Evaluation.decide(
        policies(caller, probe),
        new AccessRequest(caller.principal(subject), probe.action(), probe.resource(), context));
  }

  private PolicySet policies(Caller caller, Probe probe) {
    PolicySet own = caller.isUser() ? policies.user() : policies.role();
    Policy resource = null;
    if (probe.action().equalsIgnoreCase("sts:AssumeRole")) {
      resource = policies.trust();
    } else if (probe.resource().startsWith(subject.bucketArn(""))) {
      resource = policies.bucket();
    }
    return resource == null ? own : own.withResource(resource);
  }

  /** Whether this statement is the first that denies the call. */
  static boolean isDeniedBy(Statement statement, Decision decision) {
    return decision instanceof Decision.ExplicitDeny deny
        && deny.statement().equals(statement.id());
  }

  /** The user's statements with this effect and a condition about MFA. */
  List<Statement> aboutMfa(Effect effect, List<Statement> statements) {
    return statements.stream()
        .filter(statement -> statement.effect() == effect && !mfaConditions(statement).isEmpty())
        .toList();
  }

  static List<Condition> mfaConditions(Statement statement) {
    return statement.conditionsOn(CallerContext.MFA_PRESENT, CallerContext.MFA_AGE);
  }

  /** Whether {@code caller} meets every condition of {@code statement} about MFA. */
  boolean mfaHolds(Statement statement, Caller caller) {
    return mfaHolds(statement, caller, usual);
  }

  boolean mfaHolds(Statement statement, Caller caller, Circumstances circumstances) {
    return hold(mfaConditions(statement), caller, circumstances);
  }

  boolean hold(List<Condition> conditions, Caller caller, Circumstances circumstances) {
    Conditions decider = new Conditions(context(caller, circumstances));
    return conditions.stream().allMatch(decider::holds);
  }

  private RequestContext context(Caller caller, Circumstances circumstances) {
    return CallerContext.of(caller, subject, circumstances);
  }

  /**
   * Whether some call that {@code statement} denies to {@code denied} is not denied to {@code free}
   * by any statement. Also true if {@code statement} denies none of the tried calls.
   */
  boolean leavesFree(Statement statement, Caller denied, Circumstances when, Caller free) {
    boolean tried = false;
    for (Probe probe : probes) {
      if (isDeniedBy(statement, decision(denied, probe, when))) {
        tried = true;
        if (!(decision(free, probe) instanceof Decision.ExplicitDeny)) {
          return true;
        }
      }
    }
    return !tried;
  }

  /** The statement that allows the call; null when none does. */
  @Nullable Statement allowing(Caller caller, Probe probe) {
    Decision decision = verdict(caller, probe).isAllowed() ? decision(caller, probe) : null;
    if (decision instanceof Decision.Allow allow) {
      return policies.all().stream()
          .filter(statement -> statement.id().equals(allow.statement()))
          .findFirst()
          .orElse(null);
    }
    return null;
  }
}
