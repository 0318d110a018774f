package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private final IamCalls iam = new IamCalls();

  @Nested
  class Alias {

    @Test
    void an_account_has_one_alias() {
      iam.call("CreateAccountAlias", "AccountAlias", "first");
      iam.call("CreateAccountAlias", "AccountAlias", "second");
      assertThat(iam.call("ListAccountAliases"))
          .containsEntry("AccountAliases.1", "second")
          .doesNotContainKey("AccountAliases.2");
      iam.call("DeleteAccountAlias", "AccountAlias", "second");
      assertThat(iam.call("ListAccountAliases")).containsOnlyKeys("IsTruncated");
    }

    @Test
    void an_alias_is_unique_over_all_accounts() {
      User root = new User("<root_account>", "/", "AIDAROOT", IamCalls.START);
      iam.state.add(new Account("210987654321", "taken", "aws", root));
      assertThat(iam.refusal("CreateAccountAlias", "AccountAlias", "taken"))
          .isEqualTo("409 EntityAlreadyExists The account alias taken already exists.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-abc", "abc-", "a--b", "Abc", "a.c"})
    void an_alias_is_a_host_name(String alias) {
      assertThat(iam.refusal("CreateAccountAlias", "AccountAlias", alias))
          .endsWith("regular expression pattern: ^[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?$");
    }

    @Test
    void an_alias_of_nobody_is_not_found() {
      assertThat(iam.refusal("DeleteAccountAlias", "AccountAlias", "none"))
          .startsWith("404 NoSuchEntity");
    }
  }

  @Nested
  class Summary {

    @Test
    void everything_is_counted() {
      iam.call("CreateGroup", "GroupName", "staff");
      iam.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone");
      assertThat(iam.call("GetAccountSummary"))
          .containsEntry("SummaryMap.Users", "1")
          .containsEntry("SummaryMap.Groups", "1")
          .containsEntry("SummaryMap.MFADevices", "1")
          .containsEntry("SummaryMap.MFADevicesInUse", "0")
          .containsEntry("SummaryMap.AccountMFAEnabled", "0")
          .containsEntry("SummaryMap.AccessKeysPerUserQuota", "2")
          .hasSize(34);
    }
  }

  @Nested
  class Passwords {
    private static final String GOOD = "Correct-Horse-1";

    @Test
    void a_login_profile_is_made_shown_updated_and_deleted() {
      assertThat(iam.call("CreateLoginProfile", "UserName", "admin", "Password", GOOD))
          .containsEntry("LoginProfile.UserName", "admin")
          .containsEntry("LoginProfile.PasswordResetRequired", "false")
          .doesNotContainValue(GOOD);
      iam.call("UpdateLoginProfile", "UserName", "admin", "PasswordResetRequired", "true");
      assertThat(iam.call("GetLoginProfile", "UserName", "admin"))
          .containsEntry("LoginProfile.PasswordResetRequired", "true");
      iam.call("DeleteLoginProfile", "UserName", "admin");
      assertThat(iam.refusal("GetLoginProfile", "UserName", "admin"))
          .isEqualTo("404 NoSuchEntity Login Profile for User admin cannot be found.");
    }

    @Test
    void a_second_login_profile_is_refused() {
      iam.call("CreateLoginProfile", "UserName", "admin", "Password", GOOD);
      assertThat(iam.refusal("CreateLoginProfile", "UserName", "admin", "Password", GOOD))
          .isEqualTo("409 EntityAlreadyExists Login Profile for user admin already exists.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Short-1", "onlylowercase", "lowerUPPERonly"})
    void a_password_has_eight_characters_of_three_kinds(String password) {
      assertThat(iam.refusal("CreateLoginProfile", "UserName", "admin", "Password", password))
          .isEqualTo(
              "400 PasswordPolicyViolation Password does not conform to the account password"
                  + " policy.");
    }

    @Test
    void a_user_changes_the_password_with_the_old_one() {
      iam.call("CreateLoginProfile", "UserName", "admin", "Password", GOOD);
      assertThat(iam.refusal("ChangePassword", "OldPassword", "wrong", "NewPassword", GOOD + "x"))
          .isEqualTo("403 AccessDenied The old password was incorrect.");
      iam.call("ChangePassword", "OldPassword", GOOD, "NewPassword", GOOD + "x");
      iam.call("ChangePassword", "OldPassword", GOOD + "x", "NewPassword", GOOD);
    }

    @Test
    void the_password_policy_can_let_users_change_their_own_password() {
      iam.call("CreateLoginProfile", "UserName", "admin", "Password", GOOD);
      iam.deny("iam:ChangePassword");
      String[] change = {"OldPassword", GOOD, "NewPassword", GOOD};
      assertThat(iam.refusal("ChangePassword", change)).isEqualTo("403 AccessDenied denied");
      iam.call("UpdateAccountPasswordPolicy", "AllowUsersToChangePassword", "true");
      assertThat(iam.call("ChangePassword", change)).isEmpty();
    }

    @Test
    void a_role_has_no_password() {
      iam.asRole();
      assertThat(iam.refusal("ChangePassword", "OldPassword", GOOD, "NewPassword", GOOD))
          .isEqualTo("400 InvalidUserType Only IAM Users can change their own password");
    }
  }

  @Nested
  class PasswordPolicy {

    @Test
    void an_account_starts_without_a_policy() {
      assertThat(iam.refusal("GetAccountPasswordPolicy"))
          .isEqualTo(
              "404 NoSuchEntity The Password Policy with domain name 123456789012 cannot be"
                  + " found.");
      assertThat(iam.refusal("DeleteAccountPasswordPolicy"))
          .isEqualTo(
              "404 NoSuchEntity The account policy with name PasswordPolicy cannot be found.");
    }

    @Test
    void an_update_without_values_sets_the_defaults() {
      iam.call("UpdateAccountPasswordPolicy");
      assertThat(iam.call("GetAccountPasswordPolicy"))
          .containsEntry("PasswordPolicy.MinimumPasswordLength", "6")
          .containsEntry("PasswordPolicy.RequireSymbols", "false")
          .containsEntry("PasswordPolicy.ExpirePasswords", "false")
          .doesNotContainKey("PasswordPolicy.MaxPasswordAge")
          .hasSize(7);
    }

    @Test
    void a_password_that_gets_old_expires() {
      iam.call(
          "UpdateAccountPasswordPolicy",
          "MaxPasswordAge",
          "60",
          "HardExpiry",
          "true",
          "PasswordReusePrevention",
          "3");
      assertThat(iam.call("GetAccountPasswordPolicy"))
          .containsEntry("PasswordPolicy.ExpirePasswords", "true")
          .containsEntry("PasswordPolicy.MaxPasswordAge", "60")
          .containsEntry("PasswordPolicy.HardExpiry", "true")
          .containsEntry("PasswordPolicy.PasswordReusePrevention", "3");
    }

    @Test
    void every_bound_that_is_broken_is_reported() {
      assertThat(
              iam.refusal(
                  "UpdateAccountPasswordPolicy",
                  "MinimumPasswordLength",
                  "129",
                  "PasswordReusePrevention",
                  "25",
                  "MaxPasswordAge",
                  "1096"))
          .isEqualTo(
              "400 ValidationError 3 validation errors detected: Value at 'minimumPasswordLength'"
                  + " failed to satisfy constraint: Member must have value less than or equal to"
                  + " 128; Value at 'passwordReusePrevention' failed to satisfy constraint: Member"
                  + " must have value less than or equal to 24; Value at 'maxPasswordAge' failed to"
                  + " satisfy constraint: Member must have value less than or equal to 1095");
    }

    @Test
    void the_policy_applies_to_new_passwords() {
      iam.call("UpdateAccountPasswordPolicy", "RequireSymbols", "true");
      assertThat(iam.refusal("CreateLoginProfile", "UserName", "admin", "Password", "LongEnough1"))
          .startsWith("400 PasswordPolicyViolation");
    }
  }

  @Nested
  class Report {

    @Test
    void no_report_exists_before_one_is_requested() {
      assertThat(iam.refusal("GetCredentialReport")).isEqualTo("410 ReportNotPresent ");
    }

    @Test
    void a_report_has_a_line_for_root_and_for_each_user() {
      iam.call("CreateAccessKey");
      assertThat(iam.call("GenerateCredentialReport")).containsEntry("State", "STARTED");
      assertThat(iam.call("GenerateCredentialReport")).containsEntry("State", "COMPLETE");
      assertThat(report().lines().skip(1))
          .containsExactly(
              "<root_account>,arn:aws:iam::123456789012:root,2026-11-21T12:00:00+00:00,"
                  + "not_supported,no_information,not_supported,not_supported,false,"
                  + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
              "admin,arn:aws:iam::123456789012:user/admin,2026-11-21T12:00:00+00:00,"
                  + "false,N/A,N/A,N/A,false,true,2026-11-21T12:00:00+00:00,N/A,N/A,N/A,"
                  + "false,N/A,N/A,N/A,N/A,false,N/A,false,N/A");
    }

    @Test
    void a_report_expires_after_four_hours() {
      iam.call("GenerateCredentialReport");
      iam.passes(Duration.ofHours(4));
      assertThat(iam.refusal("GetCredentialReport")).isEqualTo("410 ReportExpired ");
      assertThat(iam.call("GenerateCredentialReport")).containsEntry("State", "STARTED");
    }

    private String report() {
      String content = iam.told("Content", "GetCredentialReport");
      return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
    }
  }
}
