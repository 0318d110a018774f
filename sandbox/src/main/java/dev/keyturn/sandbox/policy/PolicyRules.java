package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.policy.Statement.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What AWS asks of a policy beyond its grammar, in the order in which AWS complains. */
final class PolicyRules {

  /** A caller that AWS lets a policy name: account, root, user, role, session or unique id. */
  private static final Pattern AWS_PRINCIPAL =
      Pattern.compile(
          "\\*|\\d{12}|A(ID|RO)A[A-Z2-7]{12,}|arn:aws[a-z-]*:iam::\\d{12}:(root|(user|role)/[^*?]+)"
              + "|arn:aws[a-z-]*:sts::\\d{12}:(assumed-role/[^*?/]+/[^*?/]+|federated-user/[^*?]+)");

  private static final Pattern VENDOR = Pattern.compile("\\*|[a-zA-Z0-9.-]*");

  private final PolicyKind kind;

  PolicyRules(PolicyKind kind) {
    this.kind = kind;
  }

  void check(List<Statement> statements) {
    List<String> resources = new ArrayList<>();
    List<String> actions = new ArrayList<>();
    for (Statement statement : statements) {
      resources.addAll(sources(statement.resources()));
      actions.addAll(sources(statement.actions()));
    }
    resources.removeIf("*"::equals);
    resources.forEach(ResourceName::refuseUnreadable);
    uniqueSids(statements);
    for (Statement statement : statements) {
      if (!hasPatterns(statement.actions())) {
        throw new MalformedPolicyException(
            kind == PolicyKind.TRUST
                ? "Missing required field Action"
                : "Policy statement must contain actions.");
      }
    }
    statements.forEach(this::elementsOfKind);
    resources.forEach(ResourceName::refuseMisplacedParts);
    actions.forEach(PolicyRules::action);
  }

  private static List<String> sources(@Nullable Element element) {
    return element == null ? List.of() : element.sources();
  }

  private void uniqueSids(List<Statement> statements) {
    Set<String> seen = new HashSet<>();
    for (Statement statement : statements) {
      String sid = statement.sid();
      if (sid != null && !sid.isEmpty() && !seen.add(sid)) {
        throw new MalformedPolicyException(
            kind == PolicyKind.TRUST
                ? "The Statement Ids in the policy are not unique"
                : "Statement IDs (SID) in a single policy must be unique.");
      }
    }
  }

  private static boolean hasPatterns(@Nullable Element element) {
    return element != null && !element.patterns().isEmpty();
  }

  /** {@code action = "*" / vendor ":" name}. */
  private static void action(String action) {
    String[] parts = action.split(":", -1);
    if (parts.length == 1 && !action.equals("*")) {
      throw new MalformedPolicyException(
          "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    }
    if (parts.length > 2) {
      throw new MalformedPolicyException("Actions/Condition can contain only one colon.");
    }
    if (!VENDOR.matcher(parts[0]).matches()) {
      throw new MalformedPolicyException("Vendor " + parts[0] + " is not valid");
    }
  }

  private void elementsOfKind(Statement statement) {
    principals(statement.principals());
    if (kind == PolicyKind.TRUST) {
      trust(statement);
    } else if (!hasPatterns(statement.resources())) {
      throw new MalformedPolicyException("Policy statement must contain resources.");
    }
  }

  private void principals(@Nullable PrincipalElement principals) {
    if (principals == null) {
      if (kind.namesPrincipals()) {
        throw new MalformedPolicyException("Missing required field Principal");
      }
      return;
    }
    if (!kind.namesPrincipals()) {
      throw new MalformedPolicyException("Policy document should not specify a principal.");
    }
    for (String principal : principals.aws()) {
      if (!AWS_PRINCIPAL.matcher(principal).matches()) {
        throw new MalformedPolicyException(
            "Invalid principal in policy: \"AWS\":\"" + principal + "\"");
      }
    }
  }

  /**
   * Trust policies have messages of their own.
   *
   * @see <a href="https://github.com/versity/versitygw">Versity S3 Gateway, whose trust policies
   *     are refused in AWS's words</a>
   */
  private static void trust(Statement statement) {
    PrincipalElement principals = statement.principals();
    if (principals != null && principals.negated()) {
      throw new MalformedPolicyException(
          statement.effect() == Effect.ALLOW
              ? "Allow with NotPrincipal is not allowed."
              : "AssumeRole policy must not contain NotPrincipal field.");
    }
    Element resources = statement.resources();
    if (resources != null) {
      throw new MalformedPolicyException(
          resources.negated()
              ? "AssumeRole policy must not contain resources."
              : "Has prohibited field Resource");
    }
    for (String action : sources(statement.actions())) {
      if (!action.toLowerCase(Locale.ROOT).startsWith("sts:")) {
        throw new MalformedPolicyException(
            "AssumeRole policy may only specify STS AssumeRole actions.");
      }
    }
  }
}
