package dev.keyturn.sandbox.policy;

import java.util.function.IntPredicate;

/**
 * The condition operators without prefix and suffix. A negated one fits where its test does not.
 */
enum Comparison {
  STRING_EQUALS("StringEquals", false, Values::equal),
  STRING_NOT_EQUALS("StringNotEquals", true, Values::equal),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, Values::equalIgnoringCase),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, Values::equalIgnoringCase),
  STRING_LIKE("StringLike", false, Values::like),
  STRING_NOT_LIKE("StringNotLike", true, Values::like),
  NUMERIC_EQUALS("NumericEquals", false, Values.numeric(sign -> sign == 0)),
  NUMERIC_NOT_EQUALS("NumericNotEquals", true, Values.numeric(sign -> sign == 0)),
  NUMERIC_LESS_THAN("NumericLessThan", false, Values.numeric(sign -> sign < 0)),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, Values.numeric(sign -> sign <= 0)),
  NUMERIC_GREATER_THAN("NumericGreaterThan", false, Values.numeric(sign -> sign > 0)),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, Values.numeric(sign -> sign >= 0)),
  DATE_EQUALS("DateEquals", false, Values.date(sign -> sign == 0)),
  DATE_NOT_EQUALS("DateNotEquals", true, Values.date(sign -> sign == 0)),
  DATE_LESS_THAN("DateLessThan", false, Values.date(sign -> sign < 0)),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, Values.date(sign -> sign <= 0)),
  DATE_GREATER_THAN("DateGreaterThan", false, Values.date(sign -> sign > 0)),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, Values.date(sign -> sign >= 0)),
  BOOL("Bool", false, Values::equalIgnoringCase),
  BINARY_EQUALS("BinaryEquals", false, Values::equal),
  IP_ADDRESS("IpAddress", false, Values::inAddressRange),
  NOT_IP_ADDRESS("NotIpAddress", true, Values::inAddressRange),
  ARN_EQUALS("ArnEquals", false, Values::arnLike),
  ARN_LIKE("ArnLike", false, Values::arnLike),
  ARN_NOT_EQUALS("ArnNotEquals", true, Values::arnLike),
  ARN_NOT_LIKE("ArnNotLike", true, Values::arnLike),
  /** Asks whether the key is absent, so it has no values to test. */
  NULL("Null", false, (actual, expected, context) -> false);

  /** Whether a value of the request fits one value of the policy. */
  @FunctionalInterface
  interface Test {
    boolean fits(String actual, Template expected, RequestContext context);
  }

  private final String operator;
  private final boolean negated;

  @SuppressWarnings("ImmutableEnumChecker") // every test is a function without state
  private final Test test;

  Comparison(String operator, boolean negated, Test test) {
    this.operator = operator;
    this.negated = negated;
    this.test = test;
  }

  String operator() {
    return operator;
  }

  boolean negated() {
    return negated;
  }

  Test test() {
    return test;
  }

  boolean comparesDates() {
    return operator.startsWith("Date");
  }

  /** The tests behind the operators; what cannot be read as the operator's type never fits. */
  private static final class Values {
    private Values() {}

    static boolean equal(String actual, Template expected, RequestContext context) {
      return actual.equals(expected.text(context));
    }

    static boolean equalIgnoringCase(String actual, Template expected, RequestContext context) {
      return actual.equalsIgnoreCase(expected.text(context));
    }

    static boolean like(String actual, Template expected, RequestContext context) {
      return expected.matches(actual, context, Template.Case.COUNTS);
    }

    static boolean arnLike(String actual, Template expected, RequestContext context) {
      return expected.matchesArn(actual, context);
    }

    static boolean inAddressRange(String actual, Template expected, RequestContext context) {
      AddressRange range = AddressRange.parse(expected.source());
      return range != null && range.contains(actual);
    }

    static Test numeric(IntPredicate sign) {
      return (actual, expected, context) ->
          Ordered.fits(actual, expected.source(), Ordered::number, sign);
    }

    static Test date(IntPredicate sign) {
      return (actual, expected, context) ->
          Ordered.fits(actual, expected.source(), Ordered::date, sign);
    }
  }
}
