package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.caller.Subject;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.evaluate.Decision;
import dev.keyturn.domain.profile.plan.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One user, one role and one bucket, and their checks as text. */
public final class Checks {

  public static final Subject SUBJECT =
      new Subject(Partition.AWS, "123456789012", "alice", "admin", "examplebucket", Map.of());

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private Checks() {}

  /** A check of these policies. */
  public static PolicyCheck of(CheckedPolicies policies) {
    return PolicyCheck.of(policies, SUBJECT, NOW);
  }

  static PolicyCheck ofUser(String... statements) {
    Policy policy = identity("user", statements);
    return of(CheckedPolicies.of(policy, CheckedPolicies.Attachment.USER));
  }

  static PolicyCheck ofRole(String... statements) {
    Policy policy = identity("role", statements);
    return of(CheckedPolicies.of(policy, CheckedPolicies.Attachment.ROLE));
  }

  static Policy identity(String name, String... statements) {
    return policy(name, PolicyKind.IDENTITY, statements);
  }

  static Policy policy(String name, PolicyKind kind, String... statements) {
    String document =
        "{'Version':'2012-10-17','Statement':[\n" + String.join(",\n", statements) + "]}";
    return Policy.parse(name, kind, document.replace('\'', '"'));
  }

  static List<Trap> traps(PolicyCheck check) {
    return check.findings().stream().map(Finding::trap).distinct().toList();
  }

  /**
   * The rows of a check: for access key, session without MFA, session with MFA and role session,
   * {@code yes}; {@code no}, when nothing allows it; {@code deny}, when a statement denies it;
   * {@code never} and {@code always}, when AWS decides without policies. Rows in which all four are
   * {@code no} are left out.
   */
  public static String table(PolicyCheck check) {
    return check.rows().stream()
        .map(row ->
            Stream.of(Caller.values())
                .map(caller -> "%-7s".formatted(word(row.verdict(caller))))
                .collect(Collectors.joining("", "%-46s".formatted(row.probe().label()), ""))
                .strip())
        .filter(line -> !line.matches("\\S+( \\(.*\\))? +no +(no|never) +no +no"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String word(Verdict verdict) {
    if (!verdict.rule().reason().isEmpty()) {
      return verdict.isAllowed() ? "always" : "never";
    }
    if (verdict.isAllowed()) {
      return "yes";
    }
    return verdict.decision() instanceof Decision.ExplicitDeny ? "deny" : "no";
  }
}
