package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Dates;
import dev.keyturn.domain.policy.document.Operator;
import dev.keyturn.domain.policy.document.TextPattern;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value of a request with one of a policy, leaving out negation. A value of another type
 * than the operator's matches nothing.
 */
final class Comparison {

  private final Operator operator;
  private final Substitution substitution;

  Comparison(Operator operator, Substitution substitution) {
    this.operator = operator;
    this.substitution = substitution;
  }

  boolean matches(String actual, TextPattern expected) {
    String text = expected.source();
    return switch (operator.type()) {
      case STRING -> actual.equals(substitution.text(expected));
      case STRING_IGNORING_CASE -> actual.equalsIgnoreCase(substitution.text(expected));
      case STRING_PATTERN -> matches(substitution.glob(expected), actual);
      case ARN -> arnMatches(actual, expected);
      case BOOLEAN -> isBoolean(text) && actual.equalsIgnoreCase(text);
      case NUMBER -> related(number(actual), number(text));
      case DATE -> related(Dates.parse(actual), Dates.parse(text));
      case BINARY -> Arrays.equals(bytes(actual), bytes(text)) && bytes(text) != null;
      case ADDRESS -> contains(IpRange.parse(text), IpRange.parse(actual));
      case PRESENCE -> throw new IllegalArgumentException("Null looks at no value");
    };
  }

  private static boolean matches(@Nullable Glob glob, String actual) {
    return glob != null && glob.matches(actual);
  }

  private boolean arnMatches(String actual, TextPattern expected) {
    return actual.startsWith("arn:")
        && (expected.source().equals("*") || matches(substitution.arn(expected), actual));
  }

  private static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private <T extends Comparable<T>> boolean related(@Nullable T actual, @Nullable T expected) {
    if (actual == null || expected == null) {
      return false;
    }
    int order = actual.compareTo(expected);
    return switch (operator.relation()) {
      case EQUAL, NOT_EQUAL -> order == 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static byte @Nullable [] bytes(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static boolean contains(@Nullable IpRange range, @Nullable IpRange actual) {
    return range != null && actual != null && range.contains(actual);
  }
}
