package dev.keyturn.domain.profile.setting;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Failures;
import dev.keyturn.domain.profile.Requests;
import dev.keyturn.domain.profile.plan.SessionPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found before any call: roles and devices of another partition or account. */
class AccountAndPartitionRuleTest {

  private static final String USER = "[user]\n" + KEYS;

  private static final String ROLE =
      "[admin]\nrole_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = user\n";

  private static SessionPlan read(String config, String credentials, Requests request) {
    return plan(Configuration.of(config, credentials), request.build());
  }

  @Test
  void a_role_of_another_one_is_refused() {
    String role = ROLE.replace("arn:aws:", "arn:aws-cn:");

    Failures.badProfile(
        () -> read("[profile user]\nregion = eu-west-1\n", USER + role, Requests.to("admin")),
        "role arn:aws-cn:iam::123456789012:role/admin (/credentials:5) is in partition aws-cn,"
            + " but region eu-west-1 (/config:2) is in aws");
  }

  @Test
  void a_role_by_option_of_another_one_is_refused() {
    Requests request = Requests.to("user").role("arn:aws-us-gov:iam::123456789012:role/admin");

    Failures.badProfile(() -> read("", USER, request), "(--role-arn) is in partition aws-us-gov");
  }

  @Test
  void a_device_of_another_one_is_refused() {
    String device = "mfa_serial = arn:aws-cn:iam::123456789012:mfa/alice\n";

    Failures.badProfile(
        () -> read("", USER + device, Requests.to("user")),
        "MFA device arn:aws-cn:iam::123456789012:mfa/alice",
        "(/credentials:4)");
  }

  @Test
  void a_hardware_token_belongs_to_any() {
    String config = "[profile user]\nregion = cn-north-1\nmfa_serial = GAHT12345678\n";

    assertThat(read(config, USER, Requests.to("user")).partition()).isEqualTo("aws-cn");
  }

  @Test
  void a_device_of_another_account_than_the_role_is_the_users_own() {
    String device = "mfa_serial = arn:aws:iam::210987654321:mfa/alice\n";

    assertThat(read("", USER + ROLE + device, Requests.to("admin")).device()).isNotNull();
  }

  @Test
  void a_device_of_another_account_than_the_keys_is_refused() {
    String keys = "aws_account_id = 123456789012\nmfa_serial = arn:aws:iam::210987654321:mfa/a\n";

    Failures.badProfile(
        () -> read("", USER + keys, Requests.to("user")),
        "MFA device arn:aws:iam::210987654321:mfa/a (/credentials:5) belongs to a different"
            + " account than the access key (aws_account_id = 123456789012, /credentials:4)");
  }

  @Test
  void a_device_of_another_account_than_the_user_is_refused() {
    String config =
        """
        [profile x]
        source_profile = user
        user_arn = arn:aws:iam::123456789012:user/alice
        mfa_serial = arn:aws:iam::210987654321:mfa/alice
        """;

    Failures.badProfile(
        () -> read(config, USER, Requests.to("x")),
        "belongs to a different account than the access key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:aws:iam::123456789012:mfa/alice", "GAHT12345678"})
  void a_device_of_the_same_account_and_a_hardware_token_are_fine(String serial) {
    String keys = "aws_account_id = 123456789012\nmfa_serial = " + serial + "\n";

    assertThat(read("", USER + keys, Requests.to("user")).device()).hasToString(serial);
  }
}
