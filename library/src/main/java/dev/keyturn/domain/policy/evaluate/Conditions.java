package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Operator;
import dev.keyturn.domain.policy.document.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides conditions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions
 *     with multiple context keys or values</a>
 */
public final class Conditions {

  private final RequestContext context;
  private final Substitution substitution;

  public Conditions(RequestContext context) {
    this.context = context;
    this.substitution = new Substitution(context);
  }

  /** The first condition of {@code statement} that is not met; null when all are. */
  public @Nullable Condition firstUnmet(Statement statement) {
    for (Condition condition : statement.conditions()) {
      if (!holds(condition)) {
        return condition;
      }
    }
    return null;
  }

  /** Whether {@code condition} is met. */
  public boolean holds(Condition condition) {
    List<String> actual = context.values(condition.key());
    Operator operator = condition.test().operator();
    if (operator.type() == Operator.Type.PRESENCE) {
      String absent = Boolean.toString(actual.isEmpty());
      return condition.values().stream().anyMatch(v -> v.source().equalsIgnoreCase(absent));
    }
    return actual.isEmpty() ? holdsWithoutKey(condition.test()) : holds(condition, actual);
  }

  private static boolean holdsWithoutKey(Condition.Test test) {
    return test.ifExists()
        || switch (test.quantifier()) {
          case NONE -> test.operator().isNegated();
          case FOR_ALL_VALUES -> true;
          case FOR_ANY_VALUE -> false;
        };
  }

  /**
   * AWS does not define the comparison of a key with several values without a quantifier; here, one
   * value must match, or none if the operator is negated.
   */
  private boolean holds(Condition condition, List<String> actual) {
    Condition.Test test = condition.test();
    Comparison comparison = new Comparison(test.operator(), substitution);
    boolean negated = test.operator().isNegated();
    return switch (test.quantifier()) {
      case NONE -> actual.stream().anyMatch(v -> matchesOne(v, condition, comparison)) != negated;
      case FOR_ALL_VALUES ->
          actual.stream().allMatch(v -> matchesOne(v, condition, comparison) != negated);
      case FOR_ANY_VALUE ->
          actual.stream().anyMatch(v -> matchesOne(v, condition, comparison) != negated);
    };
  }

  private static boolean matchesOne(String actual, Condition condition, Comparison comparison) {
    return condition.values().stream().anyMatch(expected -> comparison.matches(actual, expected));
  }
}
