package dev.keyturn.domain.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

  private static final RequestContext NO_KEYS = RequestContext.empty();

  @ParameterizedTest
  @CsvSource({
    "StringEquals, alice, alice, true",
    "StringEquals, alice, Alice, false",
    "StringEquals, al*, alice, false",
    "StringEquals, al*, al*, true",
    "StringNotEquals, alice, Alice, true",
    "StringEqualsIgnoreCase, alice, ALICE, true",
    "StringNotEqualsIgnoreCase, alice, ALICE, false",
    "StringLike, a*e, alice, true",
    "StringLike, a?ice, alice, true",
    "StringLike, A*, alice, false",
    "StringLike, *, '', true",
    "StringNotLike, a*, alice, false",
    "NumericEquals, 3600, 3600.0, true",
    "NumericNotEquals, 3600, 60, true",
    "NumericLessThan, 3600, 3599, true",
    "NumericLessThan, 3600, 3600, false",
    "NumericLessThanEquals, 3600, 3600, true",
    "NumericGreaterThan, 3600, 3601, true",
    "NumericGreaterThanEquals, 3600, 3599, false",
    "NumericLessThan, 3600, many, false",
    "NumericNotEquals, 3600, many, true",
    "Bool, true, TRUE, true",
    "Bool, true, false, false",
    "Bool, yes, yes, false",
    "BinaryEquals, QmluYXJ5, QmluYXJ5, true",
    "BinaryEquals, QmluYXJ5, AAAA, false",
    "BinaryEquals, ???, ???, false"
  })
  void strings_numbers_and_booleans_are_compared(
      String operator, String expected, String actual, boolean holds) {
    assertThat(holds(operator, expected, NO_KEYS.with("app:key", actual))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "DateEquals, 2026-11-28T10:00:00Z, 2026-11-28T11:00:00+01:00, true",
    "DateEquals, 1795860000, 2026-11-28T10:00:00Z, true",
    "DateNotEquals, 2026-11-28T10:00:00Z, 2026-11-28T10:00:00.5Z, true",
    "DateLessThan, 2026-11-28, 2026-11-27T23:59:59Z, true",
    "DateLessThan, 2026-12, 2026-11-30T00:00Z, true",
    "DateLessThanEquals, 2026, 2026-01-01T00:00:00, true",
    "DateGreaterThan, 2026-11-28T10:00:00Z, 2026-11-28T10:00:00Z, false",
    "DateGreaterThanEquals, 2026-11-28T10:00:00Z, 2026-11-28T10:00:00Z, true",
    "DateGreaterThan, 2026-11-28T10:00:00Z, soon, false"
  })
  void dates_are_compared_as_instants(
      String operator, String expected, String actual, boolean holds) {
    assertThat(holds(operator, expected, NO_KEYS.with("app:key", actual))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "0.0.0.0/0, 1.2.3.4, true",
    "0.0.0.0/0, ::1, false",
    "203.0.113.128/25, 203.0.113.127, false",
    "2001:DB8:1234:5678::/64, 2001:db8:1234:5678:9::1, true",
    "2001:DB8:1234:5678::/64, 2001:db8:1234:5679::1, false",
    "::ffff:203.0.113.7, 0:0:0:0:0:ffff:cb00:7107, true",
    "203.0.113.0/33, 203.0.113.0, false",
    "203.0.113, 203.0.113.0, false",
    "203.0.113.256, 203.0.113.0, false",
    "1:2:3:4:5:6:7:8:9, 1:2:3:4:5:6:7:8, false",
    "1::2::3, 1::2, false",
    "1::12345, 1::1234, false",
    "localhost, 127.0.0.1, false"
  })
  void addresses_are_compared_with_ranges(String expected, String actual, boolean holds) {
    RequestContext context = NO_KEYS.with("app:key", actual);
    assertThat(holds("IpAddress", expected, context)).isEqualTo(holds);
    assertThat(holds("NotIpAddress", expected, context)).isEqualTo(!holds);
  }

  /** The first row is the example of the IAM User Guide. */
  @ParameterizedTest
  @CsvSource({
    "arn:aws:s:*:111122223333:finance/*, arn:aws:s:us-east-2:999999999999:store/abc:111122223333:finance/document.txt, false",
    "arn:aws:s:*:111122223333:finance/*, arn:aws:s:us-east-2:111122223333:finance/a:b, true",
    "arn:aws:iam::*:user/a?ice, arn:aws:iam::123456789012:user/alice, true",
    "arn:aws:iam::*:user/alice, arn:aws:iam::123456789012:user/Alice, false",
    "arn:aws:iam::*, arn:aws:iam::123456789012:user/alice, false",
    "*, arn:aws:iam::123456789012:user/alice, true",
    "arn:aws:iam::123456789012:user/alice, alice, false"
  })
  void the_segments_of_arns_are_compared_one_by_one(String expected, String actual, boolean holds) {
    RequestContext context = NO_KEYS.with("app:key", actual);
    assertThat(holds("ArnLike", expected, context)).isEqualTo(holds);
    assertThat(holds("ArnEquals", expected, context)).isEqualTo(holds);
    assertThat(holds("ArnNotLike", expected, context)).isEqualTo(!holds);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, false",
    "StringNotEquals, true",
    "StringNotLike, true",
    "NotIpAddress, true",
    "ArnNotEquals, true",
    "NumericNotEquals, true",
    "Bool, false",
    "NumericLessThan, false",
    "StringEqualsIfExists, true",
    "BoolIfExists, true",
    "NumericLessThanIfExists, true",
    "StringNotEqualsIfExists, true",
    "ForAllValues:StringEquals, true",
    "ForAnyValue:StringEquals, false",
    "ForAllValues:StringNotEquals, true",
    "ForAnyValue:StringNotEquals, false",
    "ForAnyValue:StringEqualsIfExists, true"
  })
  void a_key_that_is_absent_matches_only_negations_IfExists_and_ForAllValues(
      String operator, boolean holds) {
    assertThat(holds(operator, "1", NO_KEYS)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"true, true, false", "false, false, true", "True, true, false"})
  void Null_asks_whether_a_key_is_absent(String expected, boolean absent, boolean present) {
    assertThat(holds("Null", expected, NO_KEYS)).isEqualTo(absent);
    assertThat(holds("Null", expected, NO_KEYS.with("app:key", "x"))).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, b, true",
    "StringEquals, c, false",
    "StringNotEquals, b, false",
    "StringNotEquals, c, true"
  })
  void of_several_values_in_a_policy_one_must_match_or_none(
      String operator, String actual, boolean holds) {
    assertThat(holds(operator, "a\",\"b", NO_KEYS.with("app:key", actual))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "ForAllValues:StringEquals, a, true",
    "ForAllValues:StringEquals, a b, true",
    "ForAllValues:StringEquals, a c, false",
    "ForAnyValue:StringEquals, a c, true",
    "ForAnyValue:StringEquals, c d, false",
    "ForAllValues:StringNotEquals, c d, true",
    "ForAllValues:StringNotEquals, a c, false",
    "ForAnyValue:StringNotEquals, a c, true",
    "ForAnyValue:StringNotEquals, a b, false"
  })
  void the_quantifiers_count_the_values_of_the_request(
      String operator, String actual, boolean holds) {
    RequestContext context = NO_KEYS.with("app:key", actual.split(" "));
    assertThat(holds(operator, "a\",\"b", context)).isEqualTo(holds);
  }

  @Test
  void the_case_of_a_key_does_not_matter() {
    assertThat(holds("StringEquals", "x", NO_KEYS.with("APP:Key", "x"))).isTrue();
  }

  @Test
  void the_value_of_a_variable_is_taken_literally() {
    RequestContext context = NO_KEYS.with("app:key", "alice").with("aws:PrincipalTag/team", "a*");
    assertThat(holds("StringLike", "${aws:PrincipalTag/team}", context)).isFalse();
    assertThat(holds("StringLike", "${aws:PrincipalTag/team}", context.with("app:key", "a*")))
        .isTrue();
  }

  /** "Policy variables with no value" in the IAM User Guide. */
  @Test
  void a_variable_without_a_value_matches_nothing_and_its_negation_everything() {
    RequestContext context = NO_KEYS.with("app:key", "alice");
    assertThat(holds("StringEquals", "${aws:username}", context)).isFalse();
    assertThat(holds("StringNotEquals", "${aws:username}", context)).isTrue();
    assertThat(holds("StringEquals", "${aws:username, 'alice'}", context)).isTrue();
  }

  @Test
  void numbers_and_dates_know_no_variables() {
    RequestContext context = NO_KEYS.with("app:key", "1").with("app:limit", "1");
    assertThat(holds("NumericEquals", "${app:limit}", context)).isFalse();
  }

  private static boolean holds(String operator, String expected, RequestContext context) {
    String document =
        """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
                       "Condition": {"%s": {"app:key": ["%s"]}}}}
        """
            .formatted(operator, expected);
    Policy policy = Policy.parse("test", PolicyKind.IDENTITY, document);
    return new Conditions(context).firstUnmet(policy.statements().get(0)) == null;
  }
}
