package dev.keyturn.domain.profile.rule;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Failures;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.SessionPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in files that no call could succeed with are found before any call. */
class ValueRuleTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/admin";
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/ada";

  // --- roles -------------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "role_arn,admin,is not a valid role ARN: 'admin'; use arn:aws:iam::ACCOUNT:role/NAME",
    "role_arn,arn:aws:iam::123456789012:user/ada,is not a valid role ARN",
    "role_arn,arn:aws:iam::[ACCOUNT_ID]:role/admin,still has a placeholder",
    "role_session_name,a b,is not a valid role session name: 'a b'; use 2 to 64 characters of",
    "role_session_name,x,is not a valid role session name",
    "external_id,\u00e9\u00e9,is not a valid external ID",
    "mfa_serial,short,is not a valid MFA device serial number",
    "mfa_serial,\"arn:aws:iam::123456789012:mfa/ada\",is in quotes",
  })
  void that_STS_does_not_accept_are_refused_with_their_line(String key, String value, String why) {
    Failure failure = role(key, value);

    assertThat(failure).isInstanceOf(ProfileFailure.Bad.class);
    assertThat(failure.message())
        .startsWith(key + " of profile 'admin' " + why)
        .endsWith("(/config:4)");
    assertThat(failure.hint()).startsWith("keyturn config set profile.admin." + key + " ");
  }

  @Test
  void in_quotes_have_the_value_without_them_in_the_hint() {
    assertThat(role("mfa_serial", "\"" + DEVICE + "\"").hint())
        .isEqualTo("keyturn config set profile.admin.mfa_serial " + DEVICE);
    assertThat(role("role_arn", "\u200b" + ROLE).hint())
        .isEqualTo("keyturn config set profile.admin.role_arn " + ROLE);
  }

  private static Failure role(String key, String value) {
    String config =
        "[profile admin]\nsource_profile = ada\n"
            + (key.equals("role_arn") ? "# c\n" : "role_arn = " + ROLE + "\n")
            + key
            + " = "
            + value
            + "\n";
    return Failures.of(() -> plan(Configuration.of(config, "[ada]\n" + KEYS), "admin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ROLE,
        "arn:aws:iam::123456789012:role/path/of/admin",
        "arn:aws:iam::anything:role/x"
      })
  void that_may_be_right_are_for_AWS_to_judge(String arn) {
    SessionPlan plan =
        plan(
            Configuration.of(
                "[profile admin]\nsource_profile = ada\nrole_arn = " + arn, "[ada]\n" + KEYS),
            "admin");

    assertThat(plan.roleArn()).isEqualTo(arn);
  }

  // --- keys --------------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "aws_access_key_id,\"AKIAIOSFODNN7EXAMPLE\",is in quotes",
    "aws_access_key_id,AKIA\u200bIOSFODNN7EXAMPLE,contains an invisible character (U+200B)",
    "aws_secret_access_key,`wJalrXUtnFEMI/K7MDENG`,is in quotes",
    "aws_secret_access_key,wJalrXUtnFEMI\u00a0K7MDENG,contains an invisible character (U+00A0)",
  })
  void of_keys_have_no_quotes_and_nothing_invisible_in_them(String key, String value, String why) {
    String other = key.equals("aws_access_key_id") ? "aws_secret_access_key" : "aws_access_key_id";
    String credentials = "[ada]\n" + key + " = " + value + "\n" + other + " = abc\n";

    Failure failure = Failures.of(() -> plan(Configuration.of("", credentials), "ada"));

    assertThat(failure.message())
        .startsWith(key + " of profile 'ada' " + why)
        .endsWith("(/credentials:2)")
        .doesNotContain("wJalr");
    assertThat(failure.hint()).isEqualTo("keyturn config set profile.ada." + key + " -");
  }

  // --- placeholders ------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XXXXX",
        "xxxxxxxx",
        "AKIAXXXXXXXXXXXXXXXX",
        "****",
        "...",
        "YOUR_ACCESS_KEY",
        "your-access-key-id",
        "<access key>",
        "[ACCESS_KEY]",
        "REPLACE_ME"
      })
  void of_documents_are_not_keys(String placeholder) {
    String credentials =
        "[x-default]\n"
            + KEYS
            + "[x]\naws_arn_mfa = arn:aws:iam::[ACCOUNT_ID]:mfa/x\naws_access_key_id = "
            + placeholder
            + "\naws_secret_access_key = "
            + placeholder
            + "\naws_session_token = "
            + placeholder
            + "\n";

    SessionPlan plan = plan(Configuration.of("", credentials), "x");

    assertThat(plan.layout()).isEqualTo(Layout.DEFAULT_SUFFIX);
    assertThat(plan.target()).extracting(SessionPlan.Target::section).isEqualTo("x");
    assertThat(plan.device()).isNull();
  }

  @Test
  void of_documents_beside_half_a_key_are_named() {
    String credentials =
        "[ada]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = XXXXX\n";

    assertThat(Failures.of(() -> plan(Configuration.of("", credentials), "ada")).message())
        .contains("but a placeholder for aws_secret_access_key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AKIAIOSFODNN7EXAMPLE", "ASIAXXA1", "abc", "xx", "GAHT12345678", "xX1"})
  void that_may_be_meant_are_keys(String id) {
    String credentials =
        "[ada]\naws_access_key_id = " + id + "\naws_secret_access_key = wJalrXUtnFEMI\n";

    assertThat(Plans.base(plan(Configuration.of("", credentials), "ada")))
        .isEqualTo("access-key ada " + id);
  }
}
