package dev.keyturn.sandbox.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.keyturn.sandbox.policy.condition.Template.Case;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final RequestContext ALICE =
      RequestContext.empty()
          .with("aws:username", "alice")
          .with("aws:PrincipalTag/team", "*")
          .with("aws:TagKeys", "one", "two");

  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "*, anything/at:all, true",
    "a*c, abbbc, true",
    "a*c, ac, true",
    "a*b*c, aXbXbc, true",
    "a*b*c, aXbX, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "'', '', true",
    "'', a, false",
    "abc, ABC, false",
    "a.c, abc, false",
    "**a, ba, true"
  })
  void star_and_question_mark_are_wildcards(String pattern, String text, boolean fits) {
    assertThat(Template.withoutVariables(pattern).matches(text, ALICE, Case.COUNTS))
        .isEqualTo(fits);
  }

  @Test
  void letter_case_may_be_ignored() {
    assertThat(Template.withoutVariables("S3:get*").matches("s3:GetObject", ALICE, Case.IGNORED))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::*:mfa/${aws:username}, arn:aws:iam::123456789012:mfa/alice, true",
    "arn:aws:iam::*:mfa/${aws:username}, arn:aws:iam::123456789012:mfa/bob, false",
    "${AWS:UserName}, alice, true",
    "'${aws:userid, ''nobody''}', nobody, true",
    "${aws:userid}, '', false",
    "${aws:TagKeys}, one, false",
    "${aws:PrincipalTag/team}, *, true",
    "${aws:PrincipalTag/team}, anything, false",
    "${*}${?}${$}, *?$, true",
    "${*}, a, false",
    "${, ${, true",
    "${}, ${}, true",
    "$a, $a, true"
  })
  void a_variable_brings_in_a_value(String pattern, String text, boolean fits) {
    assertThat(Template.withVariables(pattern).matches(text, ALICE, Case.COUNTS)).isEqualTo(fits);
  }

  @Test
  void the_older_language_has_no_variables() {
    assertThat(
            Template.withoutVariables("${aws:username}")
                .matches("${aws:username}", ALICE, Case.COUNTS))
        .isTrue();
  }

  @Test
  void many_wildcards_do_not_take_forever() {
    Template template = Template.withoutVariables("*a".repeat(1000) + "b");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> template.matches("a".repeat(20_000), ALICE, Case.COUNTS));
  }
}
