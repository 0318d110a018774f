package dev.keyturn.domain.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each trap with a policy that falls into it, and the same after its repair. */
class TrapTest {

  private static final String ALL = "{'Effect':'Allow','Action':'*','Resource':'*'}";

  /** What a user without MFA needs to enroll a device. */
  private static final String ENROLLMENT =
      "'iam:ListMFADevices','iam:CreateVirtualMFADevice','iam:EnableMFADevice',"
          + "'iam:ResyncMFADevice','signin:*'";

  @Test
  void a_condition_that_decides_nothing_is_reported() {
    String useless = allow("'Bool':{'aws:MultiFactorAuthPresent':'true'}");
    assertThat(Checks.traps(Checks.ofUser(useless, ALL))).contains(Trap.MFA_WITHOUT_EFFECT);
    assertThat(Checks.traps(Checks.ofUser(useless))).isEmpty();
    assertThat(Checks.traps(Checks.ofUser(ALL))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Bool':{'aws:MultiFactorAuthPresent':'false'}           | true",
        "'StringEquals':{'aws:MultiFactorAuthPresent':'false'}   | true",
        "'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}   | false",
        "'StringNotEquals':{'aws:MultiFactorAuthPresent':'true'} | false",
        "'Null':{'aws:MultiFactorAuthAge':'true'}                | false"
      })
  void a_deny_must_apply_to_access_keys_too(String condition, boolean trapped) {
    PolicyCheck check = Checks.ofUser(ALL, deny(condition));
    assertThat(Checks.traps(check).contains(Trap.DENY_MISSES_ACCESS_KEYS)).isEqualTo(trapped);
    assertThat(check.findings().isEmpty()).isEqualTo(!trapped);
  }

  /** Access keys are denied by the second statement, all but role sessions by both together. */
  @Test
  void two_statements_that_deny_everything_together_are_not_a_trap() {
    assertThat(
            Checks.traps(
                Checks.ofUser(
                    ALL,
                    deny("'Bool':{'aws:MultiFactorAuthPresent':'false'}"),
                    deny("'Null':{'aws:MultiFactorAuthPresent':'true'}"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Allow | 'BoolIfExists':{'aws:MultiFactorAuthPresent':'true'}     | true",
        "Allow | 'Bool':{'aws:MultiFactorAuthPresent':'false'}            | true",
        "Allow | 'Null':{'aws:MultiFactorAuthPresent':'true'}             | true",
        "Allow | 'NumericLessThanIfExists':{'aws:MultiFactorAuthAge':'3600'} | true",
        "Allow | 'Bool':{'aws:MultiFactorAuthPresent':'true'}             | false",
        "Allow | 'Null':{'aws:MultiFactorAuthAge':'false'}                | false",
        "Allow | 'NumericLessThan':{'aws:MultiFactorAuthAge':'3600'}      | false",
        "Deny  | 'Bool':{'aws:MultiFactorAuthPresent':'true'}             | true",
        "Deny  | 'BoolIfExists':{'aws:MultiFactorAuthPresent':'true'}     | true",
        "Deny  | 'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}    | false"
      })
  void what_is_right_in_a_deny_is_wrong_in_an_allow(
      String effect, String condition, boolean trapped) {
    PolicyCheck check =
        effect.equals("Allow")
            ? Checks.ofUser(allow(condition))
            : Checks.ofUser(ALL, deny(condition));
    assertThat(Checks.traps(check).contains(Trap.CONDITION_INVERTED)).isEqualTo(trapped);
  }

  @Test
  void a_role_cannot_be_asked_for_mfa() {
    String deny = deny("'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}");
    String allow = allow("'Bool':{'aws:MultiFactorAuthPresent':'true'}");
    assertThat(Checks.traps(Checks.ofRole(ALL, deny))).containsExactly(Trap.ROLE_LOCKED_OUT);
    assertThat(Checks.traps(Checks.ofRole(allow))).containsExactly(Trap.ROLE_LOCKED_OUT);
    assertThat(
            Checks.traps(
                Checks.ofRole(
                    ALL,
                    deny(
                        "'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'},"
                            + "'StringNotEquals':{'aws:PrincipalType':'AssumedRole'}"))))
        .isEmpty();
  }

  @Test
  void a_bucket_that_asks_everybody_for_mfa_locks_roles_out() {
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::examplebucket/*',"
            + "'Condition':{'Null':{'aws:MultiFactorAuthAge':'true'}}}";
    Policy bucket = Checks.policy("bucket", PolicyKind.RESOURCE, deny);
    assertThat(Checks.of(CheckedPolicies.of(bucket, CheckedPolicies.Attachment.USER)).findings())
        .extracting(Finding::trap)
        .containsExactly(Trap.ROLE_LOCKED_OUT);
  }

  @Test
  void a_user_without_a_device_must_be_able_to_enroll_one() {
    String condition = "'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}";
    PolicyCheck check =
        Checks.ofUser(
            ALL, deny(condition).replace(ENROLLMENT, "'iam:EnableMFADevice','iam:GetUser'"));
    assertThat(check.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.trap()).isEqualTo(Trap.ENROLLMENT_BLOCKED);
          assertThat(finding.statement()).hasToString("user: statement 2 (line 3)");
          assertThat(finding.message())
              .isEqualTo(
                  "denies, without MFA, calls that are needed to get MFA:"
                      + " iam:CreateVirtualMFADevice,"
                      + " iam:ListMFADevices, iam:ResyncMFADevice,"
                      + " signin:AuthorizeOAuth2Access, signin:CreateOAuth2Token");
        });
    assertThat(Checks.ofUser(ALL, deny(condition)).findings()).isEmpty();
  }

  @Test
  void aws_login_is_needed_only_where_it_is_allowed() {
    String condition = "'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}";
    String without = deny(condition).replace(",'signin:*'", "");
    assertThat(Checks.ofUser(ALL.replace("'*','R", "'s3:*','R"), without).findings()).isEmpty();
    assertThat(Checks.traps(Checks.ofUser(ALL, without))).containsExactly(Trap.ENROLLMENT_BLOCKED);
  }

  @Test
  void a_device_must_not_be_removed_without_mfa() {
    String deny = deny("'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}");
    String hole = deny.replace("'signin:*'", "'signin:*','iam:DeactivateMFADevice'");
    assertThat(Checks.traps(Checks.ofUser(ALL, hole))).containsExactly(Trap.DEVICE_REMOVABLE);
    assertThat(Checks.traps(Checks.ofUser(ALL, deny))).isEmpty();
  }

  /** The policy of an AWS support article. */
  @Test
  void calls_of_services_are_not_to_be_exempted_in_the_same_condition() {
    String condition =
        "'BoolIfExists':{'aws:MultiFactorAuthPresent':'false','aws:ViaAWSService':'false'}";
    assertThat(Checks.traps(Checks.ofUser(ALL, deny(condition))))
        .containsExactly(Trap.SERVICE_CALLS_EXEMPT);
    assertThat(
            Checks.traps(
                Checks.ofUser(ALL, deny(condition.replace(",'aws:ViaAWSService':'false'", "")))))
        .isEmpty();
  }

  @Test
  void an_age_says_nothing_of_callers_without_mfa() {
    String age = deny("'NumericGreaterThan':{'aws:MultiFactorAuthAge':'3600'}");
    assertThat(Checks.traps(Checks.ofUser(ALL, age))).contains(Trap.AGE_ALONE);
    assertThat(Checks.traps(Checks.ofUser(ALL, age.replace("GreaterThan", "GreaterThanIfExists"))))
        .isEmpty();
    assertThat(
            Checks.traps(
                Checks.ofUser(
                    ALL, age, deny("'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"129600, false", "129601, true", "200000, true"})
  void an_age_that_no_session_reaches_limits_nothing(String seconds, boolean trapped) {
    PolicyCheck check =
        Checks.ofUser(allow("'NumericLessThan':{'aws:MultiFactorAuthAge':'" + seconds + "'}"));
    assertThat(Checks.traps(check).contains(Trap.AGE_ALONE)).isEqualTo(trapped);
  }

  @Test
  void GetSessionToken_cannot_be_denied() {
    String deny = "{'Effect':'Deny','Action':['sts:GetSessionToken'],'Resource':'*'}";
    assertThat(Checks.traps(Checks.ofUser(ALL, deny))).containsExactly(Trap.SESSION_TOKEN_DENIED);
    assertThat(Checks.traps(Checks.ofUser(ALL, deny.replace("GetSessionToken", "*")))).isEmpty();
  }

  @Test
  void a_second_device_needs_another_name() {
    String one =
        "{'Effect':'Allow','Action':'iam:*','Resource':"
            + "['arn:aws:iam::*:mfa/${aws:username}','arn:aws:iam::*:user/${aws:username}']}";
    assertThat(Checks.traps(Checks.ofUser(one))).containsExactly(Trap.ONE_DEVICE_NAME);
    assertThat(Checks.traps(Checks.ofUser(one.replace("mfa/${aws:username}", "mfa/*")))).isEmpty();
    assertThat(Checks.traps(Checks.ofUser(one.replace("username}','", "username}*','")))).isEmpty();
  }

  /** "Allows MFA-authenticated IAM users to manage their own credentials" as of 2023, shortened. */
  @Test
  void the_example_of_the_user_guide_has_but_the_one_name() {
    String own = "'Resource':'arn:aws:iam::*:user/${aws:username}'}";
    assertThat(
            Checks.traps(
                Checks.ofUser(
                    "{'Effect':'Allow','Action':['iam:ChangePassword','iam:GetUser'],'Sid':'a',"
                        + own,
                    "{'Effect':'Allow','Action':['iam:DeactivateMFADevice','iam:EnableMFADevice',"
                        + "'iam:ListMFADevices','iam:ResyncMFADevice'],"
                        + own,
                    "{'Effect':'Allow','Action':'iam:CreateVirtualMFADevice',"
                        + own.replace("user/$", "mfa/$"),
                    "{'Effect':'Deny','NotAction':['iam:CreateVirtualMFADevice',"
                        + "'iam:EnableMFADevice','iam:GetUser','iam:ListMFADevices',"
                        + "'iam:ListVirtualMFADevices','iam:ResyncMFADevice',"
                        + "'sts:GetSessionToken'],'Resource':'*','Condition':"
                        + "{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}}")))
        .containsExactly(Trap.ONE_DEVICE_NAME);
  }

  /** "Allows IAM users to self-manage an MFA device" as of 2026. */
  @Test
  void the_newer_example_of_the_user_guide_falls_into_none() {
    String own = "'Resource':'arn:aws:iam::*:user/${aws:username}'";
    assertThat(
            Checks.ofUser(
                    "{'Effect':'Allow','Action':['iam:ListUsers','iam:ListVirtualMFADevices'],"
                        + "'Resource':'*'}",
                    "{'Effect':'Allow','Action':'iam:CreateVirtualMFADevice',"
                        + "'Resource':'arn:aws:iam::*:mfa/*'}",
                    "{'Effect':'Allow','Action':['iam:EnableMFADevice','iam:GetMFADevice',"
                        + "'iam:ListMFADevices','iam:ResyncMFADevice'],"
                        + own
                        + "}",
                    "{'Effect':'Allow','Action':'iam:DeactivateMFADevice',"
                        + own
                        + ",'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}",
                    "{'Effect':'Deny','NotAction':['iam:CreateVirtualMFADevice',"
                        + "'iam:EnableMFADevice','iam:ListMFADevices','iam:ListUsers',"
                        + "'iam:ListVirtualMFADevices','iam:ResyncMFADevice'],'Resource':'*',"
                        + "'Condition':{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}}")
                .findings())
        .isEmpty();
  }

  private static String allow(String condition) {
    return "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{" + condition + "}}";
  }

  private static String deny(String condition) {
    return "{'Effect':'Deny','NotAction':["
        + ENROLLMENT
        + "],'Resource':'*','Condition':{"
        + condition
        + "}}";
  }
}
