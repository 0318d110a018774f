package dev.keyturn.domain.profile.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that AssumeRole would refuse is sent with a code. */
class SessionPoliciesTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/admin";

  private static SessionPolicies of(PolicyRequest request) {
    return SessionPolicies.of(request, ROLE);
  }

  private static PolicyRequest document(String text) {
    return PolicyRequest.NONE.withDocument(text);
  }

  private static PolicyRequest arns(String... arns) {
    return PolicyRequest.NONE.withArns(List.of(arns));
  }

  /** A policy of this many characters, white space left out. */
  private static String document(int characters) {
    String before =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::";
    return before + "x".repeat(characters - before.length() - 3) + "\"} }\n";
  }

  @Test
  void white_space_outside_texts_is_left_out() {
    String policy =
        """
        {"Version": "2012-10-17",
         "Statement": {"Sid": "", "Effect": "Allow", "Action": "s3:*",
                       "Resource": "arn:aws:s3:::a b\\" c/*"}}
        """;
    assertThat(of(document(policy)).document())
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"\",\"Effect\":\"Allow\","
                + "\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::a b\\\" c/*\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::123456789012:role/a, arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws-cn:iam::123456789012:role/a, arn:aws-cn:iam::aws:policy/ReadOnlyAccess",
    "arn:aws-us-gov:iam::123456789012:role/a, arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess"
  })
  void reading_is_the_policy_of_the_role_s_partition(String role, String policy) {
    assertThat(SessionPolicies.of(PolicyRequest.NONE.withReadOnly(), role).arns())
        .containsExactly(policy);
  }

  @Test
  void the_order_of_managed_policies_does_not_matter_nor_does_one_that_is_given_twice() {
    String reading = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    String own = "arn:aws:iam::123456789012:policy/team/own";
    assertThat(of(arns(reading, own).withReadOnly()))
        .isEqualTo(of(arns(own, reading, own)))
        .isEqualTo(new SessionPolicies(null, List.of(own, reading)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ReadOnlyAccess",
        "arn:aws:iam::123456789012:role/admin",
        "arn:aws:iam:eu-west-1:123456789012:policy/own",
        "arn:aws:iam::123456789012:policy/",
        "arn:aws:iam::123456789012:policy",
        ""
      })
  void what_names_no_managed_policy_is_refused(String arn) {
    assertThatThrownBy(() -> of(arns(arn)))
        .hasMessageContaining("is not the ARN of a managed policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::210987654321:policy/own",
        "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"
      })
  void a_policy_of_another_account_is_refused(String arn) {
    assertThatThrownBy(() -> of(arns(arn))).hasMessageContaining("belongs to another account");
  }

  @Test
  void aws_accepts_10_managed_policies() {
    String[] eleven =
        IntStream.range(0, 11)
            .mapToObj(i -> "arn:aws:iam::aws:policy/P" + i)
            .toArray(String[]::new);
    assertThat(of(arns(List.of(eleven).subList(0, 10).toArray(String[]::new))).arns()).hasSize(10);
    assertThatThrownBy(() -> of(arns(eleven))).hasMessageContaining("at most 10");
  }

  @Test
  void aws_accepts_2048_characters_arns_included() {
    String arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    assertThat(of(document(document(2048))).document()).hasSize(2048);
    assertThat(of(document(document(2048 - arn.length())).withReadOnly()).isNone()).isFalse();
    assertThatThrownBy(() -> of(document(document(2049)))).hasMessageContaining("2049");
    assertThatThrownBy(() -> of(document(document(2048)).withReadOnly()))
        .hasMessageContaining("at most 2048 characters");
  }

  @Test
  void a_character_that_aws_does_not_accept_is_refused_with_how_to_write_it() {
    String policy = document(200).replace("xx", "x€");
    assertThatThrownBy(() -> of(document(policy)))
        .hasMessageContaining("cannot contain characters beyond");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{}", "{\"Statement\":[]}", "{\"Statement\":{\"Effect\":\"Allow\"}}"})
  void an_invalid_policy_is_refused(String text) {
    assertThatThrownBy(() -> of(document(text))).hasMessageContaining("--policy:1:");
  }
}
