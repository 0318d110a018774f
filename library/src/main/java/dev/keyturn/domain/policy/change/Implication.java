package dev.keyturn.domain.policy.change;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Condition.Quantifier;
import dev.keyturn.domain.policy.document.Dates;
import dev.keyturn.domain.policy.document.Operator;
import dev.keyturn.domain.policy.document.TextPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides whether a condition is met by every request that meets another one on the same key. */
final class Implication {

  private final Condition required;
  private final Operator operator;

  Implication(Condition required) {
    this.required = required;
    this.operator = required.test().operator();
  }

  /** Whether every request that meets {@code given} meets this one. */
  boolean follows(Condition given) {
    Condition.Test test = given.test();
    return given.key().equalsIgnoreCase(required.key())
        && test.operator() == operator
        && test.quantifier() == required.test().quantifier()
        && (test.ifExists() == required.test().ifExists() || required.test().ifExists())
        && valuesFollow(given.values());
  }

  private boolean valuesFollow(List<TextPattern> given) {
    return switch (operator.relation()) {
      case EQUAL -> isWithin(given, required.values());
      case NOT_EQUAL -> isWithin(required.values(), given);
      case LESS, LESS_OR_EQUAL -> isAtMost(given, required.values());
      case GREATER, GREATER_OR_EQUAL -> isAtMost(required.values(), given);
    };
  }

  private boolean isWithin(List<TextPattern> narrow, List<TextPattern> wide) {
    return narrow.stream().allMatch(it -> wide.contains(it) || isLike(it, wide));
  }

  private boolean isLike(TextPattern narrow, List<TextPattern> wide) {
    return operator.type() == Operator.Type.STRING_PATTERN
        && new Patterns(false).isCovered(narrow, wide);
  }

  /**
   * One matching value of several suffices, so bounds can be compared only where each has a single
   * value.
   */
  private boolean isAtMost(List<TextPattern> lower, List<TextPattern> upper) {
    if (lower.equals(upper)) {
      return true;
    }
    if (lower.size() != 1 || upper.size() != 1 || required.test().quantifier() != Quantifier.NONE) {
      return false;
    }
    return operator.type() == Operator.Type.DATE
        ? isAtMost(lower.get(0), upper.get(0), Dates::parse)
        : isAtMost(lower.get(0), upper.get(0), Implication::number);
  }

  private static <T extends Comparable<T>> boolean isAtMost(
      TextPattern lower, TextPattern upper, Function<String, @Nullable T> value) {
    T low = value.apply(lower.source());
    T high = value.apply(upper.source());
    return low != null && high != null && low.compareTo(high) <= 0;
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
