package dev.keyturn.sandbox.policy.condition;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a Condition block: an operator, a condition key and the values it is held against.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     IAM User Guide, condition operators</a>
 */
public record Condition(Operator operator, String key, List<Template> expected) {

  /** How many of the values that a request brings for a key must fit. */
  public enum Quantifier {
    SINGLE(""),
    FOR_ALL_VALUES("ForAllValues:"),
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }
  }

  /** An operator with its prefix and suffix. */
  public record Operator(Quantifier quantifier, Comparison comparison, boolean ifExists) {

    /** The operator of this name, such as {@code ForAnyValue:StringLikeIfExists}, or null. */
    public static @Nullable Operator named(String name) {
      for (Quantifier quantifier : Quantifier.values()) {
        for (Comparison comparison : Comparison.values()) {
          String plain = quantifier.prefix() + comparison.operator();
          if (name.equals(plain)) {
            return new Operator(quantifier, comparison, false);
          }
          if (name.equals(plain + "IfExists") && comparison != Comparison.NULL) {
            return new Operator(quantifier, comparison, true);
          }
        }
      }
      return null;
    }
  }

  public boolean holds(RequestContext context) {
    List<String> actual = context.values(key);
    if (operator.comparison() == Comparison.NULL) {
      return expected.stream()
          .anyMatch(value -> value.source().equalsIgnoreCase(String.valueOf(actual.isEmpty())));
    }
    if (actual.isEmpty()) {
      return holdsForAbsentKey();
    }
    Predicate<String> fits = value -> fits(value, context);
    return switch (operator.quantifier()) {
      case FOR_ALL_VALUES -> actual.stream().allMatch(fits);
      case FOR_ANY_VALUE -> actual.stream().anyMatch(fits);
      case SINGLE ->
          operator.comparison().negated()
              ? actual.stream().allMatch(fits)
              : actual.stream().anyMatch(fits);
    };
  }

  private boolean holdsForAbsentKey() {
    return switch (operator.quantifier()) {
      case FOR_ALL_VALUES -> true;
      case FOR_ANY_VALUE -> operator.ifExists();
      case SINGLE -> operator.ifExists() || operator.comparison().negated();
    };
  }

  /** One of the expected values must fit; with a negated operator, none. */
  private boolean fits(String value, RequestContext context) {
    boolean anyFits =
        expected.stream()
            .anyMatch(template -> operator.comparison().fits(value, template, context));
    return anyFits != operator.comparison().negated();
  }
}
