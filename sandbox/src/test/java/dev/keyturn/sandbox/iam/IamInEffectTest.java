package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.state.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What IAM changes applies to the next signed request. */
class IamInEffectTest {
  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012","Users":[
        {"UserName":"boss","Policies":[{"PolicyName":"everything","PolicyDocument":
          {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]},
        {"UserName":"carol"}]}]}
      """;
  private static final String READ_IAM = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
  private static final String SERIAL = "arn:aws:iam::123456789012:mfa/carol";

  private final TestSandbox sandbox = TestSandbox.start(STATE);
  private final TestClient boss = sandbox.as("boss");
  private final TestClient carol = sandbox.as("carol");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void without_a_policy_the_message_says_what_lacks() {
    assertThat(carol.call("ListUsers").outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:iam::123456789012:user/carol is not authorized to"
                + " perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no"
                + " identity-based policy allows the iam:ListUsers action");
  }

  @Test
  void an_attached_policy_allows_from_then_on() {
    done("AttachUserPolicy", "UserName", "carol", "PolicyArn", READ_IAM);
    assertThat(carol.call("ListUsers").outcome()).isEqualTo("200");
    done("DetachUserPolicy", "UserName", "carol", "PolicyArn", READ_IAM);
    assertThat(carol.call("ListUsers").outcome()).startsWith("403");
  }

  @Test
  void a_member_has_the_policies_of_the_group() {
    done("CreateGroup", "GroupName", "readers");
    done("AttachGroupPolicy", "GroupName", "readers", "PolicyArn", READ_IAM);
    done("AddUserToGroup", "GroupName", "readers", "UserName", "carol");
    assertThat(carol.call("ListUsers").outcome()).isEqualTo("200");
    done("RemoveUserFromGroup", "GroupName", "readers", "UserName", "carol");
    assertThat(carol.call("ListUsers").outcome()).startsWith("403");
  }

  @Test
  void a_boundary_narrows() {
    done("AttachUserPolicy", "UserName", "carol", "PolicyArn", READ_IAM);
    done(
        "PutUserPermissionsBoundary",
        "UserName",
        "carol",
        "PermissionsBoundary",
        "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
    assertThat(carol.call("ListUsers").outcome())
        .endsWith("because no permissions boundary allows the iam:ListUsers action");
  }

  @Test
  void a_boundary_that_denies_is_named() {
    String arn = made("CreatePolicy", "Arn", "PolicyName", "b", "PolicyDocument", one("Deny"));
    done("PutUserPermissionsBoundary", "UserName", "carol", "PermissionsBoundary", arn);
    assertThat(carol.call("ListUsers").outcome())
        .endsWith("with an explicit deny in a permissions boundary: " + arn);
  }

  @Test
  void the_default_version_of_a_policy_is_the_one_that_counts() {
    String arn = made("CreatePolicy", "Arn", "PolicyName", "p", "PolicyDocument", one("Allow"));
    done("AttachUserPolicy", "UserName", "carol", "PolicyArn", arn);
    done("CreatePolicyVersion", "PolicyArn", arn, "PolicyDocument", one("Deny"));
    assertThat(carol.call("ListUsers").outcome()).isEqualTo("200");
    done("SetDefaultPolicyVersion", "PolicyArn", arn, "VersionId", "v2");
    assertThat(carol.call("ListUsers").outcome())
        .endsWith("with an explicit deny in an identity-based policy: " + arn);
  }

  @Test
  void a_policy_variable_follows_a_renamed_user() {
    String own = one("Allow").replace("\"*\"", "\"arn:aws:iam::*:user/${aws:username}\"");
    done("PutUserPolicy", "UserName", "carol", "PolicyName", "own", "PolicyDocument", own);
    assertThat(carol.call("GetUser").outcome()).isEqualTo("200");
    done("UpdateUser", "UserName", "carol", "NewUserName", "caroline");
    assertThat(carol.call("GetUser").text("UserName")).isEqualTo("caroline");
    assertThat(carol.call("GetUser", "UserName", "boss").outcome()).startsWith("403");
  }

  @Test
  void a_condition_sees_the_tags_of_a_user() {
    String condition = "\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/team\":\"it\"}},";
    String tagged = one("Allow").replace("\"Action\"", condition + "\"Action\"");
    done("PutUserPolicy", "UserName", "carol", "PolicyName", "it", "PolicyDocument", tagged);
    assertThat(carol.call("ListUsers").outcome()).startsWith("403");
    done("TagUser", "UserName", "carol", "Tags.member.1.Key", "Team", "Tags.member.1.Value", "it");
    assertThat(carol.call("ListUsers").outcome()).isEqualTo("200");
  }

  @Test
  void a_new_key_is_unknown_until_the_delay_is_over() {
    sandbox.state().change(Settings.usual().withKeyDelay(Duration.ofSeconds(10)));
    Answer made = boss.call("CreateAccessKey", "UserName", "carol");
    TestClient renewed = sandbox.with(made.text("AccessKeyId"), made.text("SecretAccessKey"));
    assertThat(renewed.call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid.");
    sandbox.pass(Duration.ofSeconds(10));
    assertThat(renewed.call("GetCallerIdentity").text("UserId"))
        .isEqualTo(carol.call("GetCallerIdentity").text("UserId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UpdateAccessKey", "DeleteAccessKey"})
  void a_key_that_is_off_or_gone_is_unknown(String action) {
    done(action, "UserName", "carol", "AccessKeyId", carol.accessKeyId(), "Status", "Inactive");
    assertThat(carol.call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid.");
  }

  @Test
  void the_use_of_a_key_is_remembered() {
    carol.call("GetCallerIdentity");
    Answer used = boss.call("GetAccessKeyLastUsed", "AccessKeyId", carol.accessKeyId());
    assertThat(used.text("ServiceName")).isEqualTo("sts");
    assertThat(used.text("Region")).isEqualTo("us-east-1");
    assertThat(used.text("LastUsedDate")).isEqualTo("2026-11-21T09:00:10Z");
  }

  @Test
  void a_code_given_to_enable_a_device_opens_no_session() {
    enrol();
    assertThat(sessionNow().outcome())
        .isEqualTo(
            "403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass"
                + " code. ");
    sandbox.pass(Duration.ofSeconds(30));
    assertThat(sessionNow().outcome()).isEqualTo("200");
  }

  @Test
  void a_deactivated_device_opens_no_session() {
    enrol();
    done("DeactivateMFADevice", "UserName", "carol", "SerialNumber", SERIAL);
    sandbox.pass(Duration.ofSeconds(30));
    assertThat(sessionNow().outcome())
        .isEqualTo(
            "403 AccessDenied: MultiFactorAuthentication failed, unable to validate MFA code."
                + "  Please verify your MFA serial number is valid and associated with this user.");
  }

  @Test
  void a_device_enabled_with_late_codes_opens_no_session_until_it_is_resynchronised() {
    String seed = seed();
    codes("EnableMFADevice", seed, -600);
    assertThat(sessionNow().outcome()).startsWith("403 AccessDenied");
    sandbox.pass(Duration.ofSeconds(60));
    codes("ResyncMFADevice", seed, 0);
    sandbox.pass(Duration.ofSeconds(30));
    assertThat(sessionNow().outcome()).isEqualTo("200");
  }

  @Test
  void a_session_without_a_code_cannot_use_iam() {
    assertThat(boss.call("GetSessionToken").session().call("ListUsers").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid");
  }

  @Test
  void the_summary_is_a_map_of_entries() {
    assertThat(boss.call("GetAccountSummary").body())
        .contains("<SummaryMap><entry><key>AccessKeysPerUserQuota</key><value>2</value></entry>");
  }

  private void enrol() {
    codes("EnableMFADevice", seed(), 0);
  }

  private String seed() {
    String blob =
        made("CreateVirtualMFADevice", "Base32StringSeed", "VirtualMFADeviceName", "carol");
    return new String(Base64.getDecoder().decode(blob), StandardCharsets.US_ASCII);
  }

  /** Calls with the two codes that end so many seconds from now. */
  private void codes(String action, String seed, int seconds) {
    var when = sandbox.now().plusSeconds(seconds);
    done(
        action,
        "UserName",
        "carol",
        "SerialNumber",
        SERIAL,
        "AuthenticationCode1",
        TestSandbox.oracle(seed, when.minusSeconds(30)),
        "AuthenticationCode2",
        TestSandbox.oracle(seed, when));
  }

  private Answer sessionNow() {
    return carol.call("GetSessionToken", "SerialNumber", SERIAL, "TokenCode", sandbox.code(SERIAL));
  }

  private void done(String action, String... parameters) {
    assertThat(boss.call(action, parameters).outcome()).as(action).isEqualTo("200");
  }

  private String made(String action, String element, String... parameters) {
    Answer answer = boss.call(action, parameters);
    assertThat(answer.outcome()).isEqualTo("200");
    return answer.text(element);
  }

  private static String one(String effect) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\""
        + effect
        + "\","
        + "\"Action\":\"iam:*\",\"Resource\":\"*\"}}";
  }
}
