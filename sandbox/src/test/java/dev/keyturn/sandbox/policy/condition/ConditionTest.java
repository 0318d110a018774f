package dev.keyturn.sandbox.policy.condition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static final RequestContext NO_KEYS = RequestContext.empty();

  @ParameterizedTest
  @CsvSource({
    "StringEquals,              example,  example,  true",
    "StringEquals,              Example,  example,  false",
    "StringEquals,              example,  exam*,    false",
    "StringNotEquals,           example,  example,  false",
    "StringNotEquals,           other,    example,  true",
    "StringEqualsIgnoreCase,    Example,  example,  true",
    "StringNotEqualsIgnoreCase, Example,  example,  false",
    "StringLike,                example,  exam*,    true",
    "StringLike,                example,  Exam*,    false",
    "StringNotLike,             example,  exam*,    false",
    "NumericEquals,             3600,     3600.0,   true",
    "NumericNotEquals,          3600,     3600,     false",
    "NumericLessThan,           3599,     3600,     true",
    "NumericLessThan,           3600,     3600,     false",
    "NumericLessThanEquals,     3600,     3600,     true",
    "NumericGreaterThan,        3601,     3600,     true",
    "NumericGreaterThanEquals,  3599,     3600,     false",
    "NumericLessThan,           soon,     3600,     false",
    "Bool,                      true,     True,     true",
    "Bool,                      false,    true,     false",
    "BinaryEquals,              AAEC,     AAEC,     true",
    "IpAddress,                 192.0.2.7,     192.0.2.0/24,   true",
    "IpAddress,                 192.0.3.7,     192.0.2.0/24,   false",
    "IpAddress,                 192.0.2.7,     192.0.2.7,      true",
    "IpAddress,                 192.0.2.7,     0.0.0.0/0,      true",
    "IpAddress,                 2001:db8::7,   2001:db8::/32,  true",
    "IpAddress,                 192.0.2.7,     2001:db8::/32,  false",
    "IpAddress,                 192.0.2.7,     example.com/24, false",
    "IpAddress,                 192.0.2.7,     192.0.2.0/33,   false",
    "NotIpAddress,              192.0.3.7,     192.0.2.0/24,   true",
    "DateEquals,        2026-11-21T00:00:00Z, 2026-11-21T01:00:00+01:00, true",
    "DateNotEquals,     2026-11-21T00:00:00Z, 2026-11-21,                false",
    "DateLessThan,      2026-11-21T00:00:00Z, 2026-11-21T00:00:01Z,      true",
    "DateLessThanEquals,2026-11-21T00:00:00Z, 2026-11-21T00:00:00,       true",
    "DateGreaterThan,   2026-11-21T00:00:00Z, 1,                         true",
    "DateGreaterThanEquals, 1,                2,                         false",
    "ArnEquals,    arn:aws:iam::123456789012:user/alice, arn:aws:iam::*:user/a*, true",
    "ArnLike,      arn:aws:iam::123456789012:user/a:b,   arn:aws:iam::*:user/*,  true",
    "ArnLike,      arn:aws:iam::123456789012:user/alice, arn:*:user/alice,       true",
    "ArnLike,      arn:aws:iam::123456789012:user/alice, arn:aws:*:*:*:role/*,   false",
    "ArnLike,      arn:aws:iam:x:123456789012:user/u,    arn:aws:iam::*:user/u,  false",
    "ArnNotEquals, arn:aws:iam::123456789012:user/alice, arn:aws:iam::*:user/a*, false",
    "ArnNotLike,   arn:aws:iam::123456789012:user/alice, arn:aws:iam::*:role/*,  true"
  })
  void an_operator_compares_one_value(
      String operator, String actual, String expected, boolean holds) {
    assertThat(condition(operator, "key", expected).holds(NO_KEYS.with("key", actual)))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, false",
    "StringNotEquals, true",
    "StringEqualsIfExists, true",
    "StringNotEqualsIfExists, true",
    "Bool, false",
    "BoolIfExists, true",
    "NumericLessThan, false",
    "NumericLessThanIfExists, true",
    "NotIpAddress, true",
    "ForAllValues:StringEquals, true",
    "ForAnyValue:StringEquals, false",
    "ForAnyValue:StringNotEquals, false",
    "ForAnyValue:StringEqualsIfExists, true"
  })
  void an_absent_key_meets_only_negated_and_lenient_operators(String operator, boolean holds) {
    assertThat(condition(operator, "key", "1").holds(NO_KEYS)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void null_asks_whether_the_key_is_absent(String expected, boolean holdsWhenPresent) {
    Condition condition = condition("Null", "aws:MultiFactorAuthAge", expected);
    assertThat(condition.holds(NO_KEYS.with("aws:MultiFactorAuthAge", "12")))
        .isEqualTo(holdsWhenPresent);
    assertThat(condition.holds(NO_KEYS)).isEqualTo(!holdsWhenPresent);
  }

  @Test
  void one_of_several_expected_values_is_enough() {
    assertThat(condition("StringEquals", "key", "a", "b").holds(NO_KEYS.with("key", "b"))).isTrue();
  }

  @Test
  void a_negated_operator_must_fit_none_of_its_values() {
    assertThat(condition("StringNotEquals", "key", "a", "b").holds(NO_KEYS.with("key", "b")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ForAllValues:StringEquals, a, b, true",
    "ForAllValues:StringEquals, a, c, false",
    "ForAnyValue:StringEquals, a, c, true",
    "ForAnyValue:StringEquals, c, d, false",
    "ForAllValues:StringNotEquals, c, d, true",
    "ForAllValues:StringNotEquals, a, d, false",
    "ForAnyValue:StringNotEquals, a, d, true",
    "ForAnyValue:StringNotEquals, a, b, false"
  })
  void a_key_of_several_values_is_counted(String operator, String one, String two, boolean holds) {
    assertThat(
            condition(operator, "aws:TagKeys", "a", "b")
                .holds(NO_KEYS.with("aws:TagKeys", one, two)))
        .isEqualTo(holds);
  }

  @Test
  void a_key_is_found_in_any_spelling() {
    assertThat(
            condition("Bool", "AWS:multifactorauthpresent", "true")
                .holds(NO_KEYS.with("aws:MultiFactorAuthPresent", "true")))
        .isTrue();
  }

  @Test
  void a_false_without_if_exists_does_not_reach_long_term_keys() {
    assertThat(condition("Bool", "aws:MultiFactorAuthPresent", "false").holds(NO_KEYS)).isFalse();
  }

  @Test
  void a_condition_value_may_contain_a_variable() {
    RequestContext context = NO_KEYS.with("aws:username", "alice").with("key", "alice");
    assertThat(condition("StringEquals", "key", "${aws:username}").holds(context)).isTrue();
  }

  private static Condition condition(String operator, String key, String... expected) {
    Condition.Operator parsed = requireNonNull(Condition.Operator.named(operator));
    return new Condition(parsed, key, Stream.of(expected).map(Template::withVariables).toList());
  }
}
