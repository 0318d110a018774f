package dev.keyturn.sandbox.policy.condition;

import org.jspecify.annotations.Nullable;

/**
 * The condition operators without prefix and suffix. A negated operator is met where its comparison
 * does not.
 */
public enum Comparison {
  STRING_EQUALS("StringEquals", Type.STRING),
  STRING_NOT_EQUALS("StringNotEquals", Type.STRING),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Type.STRING_IGNORING_CASE),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Type.STRING_IGNORING_CASE),
  STRING_LIKE("StringLike", Type.PATTERN),
  STRING_NOT_LIKE("StringNotLike", Type.PATTERN),
  NUMERIC_EQUALS("NumericEquals", Type.NUMBER, Order.EQUAL),
  NUMERIC_NOT_EQUALS("NumericNotEquals", Type.NUMBER, Order.EQUAL),
  NUMERIC_LESS_THAN("NumericLessThan", Type.NUMBER, Order.LESS),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Type.NUMBER, Order.LESS_OR_EQUAL),
  NUMERIC_GREATER_THAN("NumericGreaterThan", Type.NUMBER, Order.GREATER),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Type.NUMBER, Order.GREATER_OR_EQUAL),
  DATE_EQUALS("DateEquals", Type.DATE, Order.EQUAL),
  DATE_NOT_EQUALS("DateNotEquals", Type.DATE, Order.EQUAL),
  DATE_LESS_THAN("DateLessThan", Type.DATE, Order.LESS),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Type.DATE, Order.LESS_OR_EQUAL),
  DATE_GREATER_THAN("DateGreaterThan", Type.DATE, Order.GREATER),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Type.DATE, Order.GREATER_OR_EQUAL),
  BOOL("Bool", Type.STRING_IGNORING_CASE),
  BINARY_EQUALS("BinaryEquals", Type.STRING),
  IP_ADDRESS("IpAddress", Type.ADDRESS),
  NOT_IP_ADDRESS("NotIpAddress", Type.ADDRESS),
  ARN_EQUALS("ArnEquals", Type.ARN),
  ARN_LIKE("ArnLike", Type.ARN),
  ARN_NOT_EQUALS("ArnNotEquals", Type.ARN),
  ARN_NOT_LIKE("ArnNotLike", Type.ARN),
  NULL("Null", Type.ABSENCE);

  /** How a value of the request and one of the policy are read and compared. */
  private enum Type {
    STRING,
    STRING_IGNORING_CASE,
    PATTERN,
    NUMBER,
    DATE,
    ADDRESS,
    ARN,
    /** Whether the key is absent: there is no value to compare. */
    ABSENCE
  }

  private enum Order {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** For operands of a type; what cannot be read as that type is null and never fits. */
    <T extends Comparable<T>> boolean holds(@Nullable T actual, @Nullable T expected) {
      if (actual == null || expected == null) {
        return false;
      }
      int sign = actual.compareTo(expected);
      return switch (this) {
        case EQUAL -> sign == 0;
        case LESS -> sign < 0;
        case LESS_OR_EQUAL -> sign <= 0;
        case GREATER -> sign > 0;
        case GREATER_OR_EQUAL -> sign >= 0;
      };
    }
  }

  private final String operator;
  private final Type type;
  private final Order order;

  Comparison(String operator, Type type) {
    this(operator, type, Order.EQUAL);
  }

  Comparison(String operator, Type type, Order order) {
    this.operator = operator;
    this.type = type;
    this.order = order;
  }

  public String operator() {
    return operator;
  }

  public boolean comparesDates() {
    return type == Type.DATE;
  }

  boolean negated() {
    return operator.contains("Not");
  }

  /** Whether a value of the request fits one value of the policy, negation left aside. */
  boolean fits(String actual, Template expected, RequestContext context) {
    return switch (type) {
      case STRING -> actual.equals(expected.text(context));
      case STRING_IGNORING_CASE -> actual.equalsIgnoreCase(expected.text(context));
      case PATTERN -> expected.matches(actual, context, Template.Case.COUNTS);
      case ARN -> expected.matchesArn(actual, context);
      case NUMBER -> order.holds(Operands.number(actual), Operands.number(expected.source()));
      case DATE -> order.holds(Operands.date(actual), Operands.date(expected.source()));
      case ADDRESS -> {
        AddressRange range = AddressRange.parse(expected.source());
        yield range != null && range.contains(actual);
      }
      case ABSENCE -> false;
    };
  }
}
