package dev.keyturn.sandbox.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** GetCallerIdentity, GetFederationToken and GetAccessKeyInfo. */
class StsTest {
  private static final String EVERYTHING =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
      """;

  private final TestSandbox sandbox = TestSandbox.start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_user_gets_their_own_identity() {
    Answer who = sandbox.as("newcomer").call("GetCallerIdentity");
    assertThat(who.body())
        .contains("<GetCallerIdentityResult><UserId>AIDA", "<Account>123456789012</Account>")
        .contains("<Arn>arn:aws:iam::123456789012:user/newcomer</Arn></GetCallerIdentityResult>");
  }

  @Test
  void get_caller_identity_works_despite_an_explicit_deny() {
    try (TestSandbox strict =
        TestSandbox.start(
            """
            {"Accounts":[{"AccountId":"123456789012","Users":[{"UserName":"bob","Policies":[
              {"PolicyName":"none","PolicyDocument":{"Version":"2012-10-17","Statement":[
                {"Effect":"Deny","Action":"sts:*","Resource":"*"}]}}]}]}]}
            """)) {
      assertThat(strict.as("bob").call("GetCallerIdentity").status()).isEqualTo(200);
    }
  }

  @Test
  void root_is_its_account() {
    try (TestSandbox company =
        TestSandbox.start("{\"Accounts\":[{\"AccountId\":\"123456789012\",\"Root\":{}}]}")) {
      Answer who = company.as("root").call("GetCallerIdentity");
      assertThat(who.text("Arn")).isEqualTo("arn:aws:iam::123456789012:root");
      assertThat(who.text("UserId")).isEqualTo("123456789012");
    }
  }

  @Test
  void a_federated_user_has_a_name_of_its_own() {
    Answer answer = sandbox.as("twin").call("GetFederationToken", "Name", "guest");
    assertThat(answer.text("FederatedUserId")).isEqualTo("123456789012:guest");
    assertThat(answer.text("Arn")).isEqualTo("arn:aws:sts::123456789012:federated-user/guest");
    assertThat(answer.text("Expiration")).isEqualTo("2026-11-21T21:00:10Z");
    assertThat(answer.session().call("GetCallerIdentity").text("Arn"))
        .isEqualTo("arn:aws:sts::123456789012:federated-user/guest");
  }

  @Test
  void a_federated_user_without_a_policy_may_do_nothing() {
    TestClient guest = sandbox.as("twin").call("GetFederationToken", "Name", "guest").session();
    assertThat(guest.s3("GET", "/", "", "").outcome())
        .endsWith("because no session policy allows the s3:ListAllMyBuckets action");
  }

  @Test
  void a_federated_user_may_do_what_both_policies_allow() {
    TestClient guest = guestOf("twin");
    assertThat(guest.s3("GET", "/", "", "").status()).isEqualTo(200);
  }

  @Test
  void a_federated_user_carries_no_mfa() {
    TestClient guest = guestOf("alice");
    assertThat(guest.s3("GET", "/", "", "").outcome())
        .endsWith("with an explicit deny in an identity-based policy");
  }

  @Test
  void a_federated_user_cannot_call_iam() {
    assertThat(guestOf("twin").call("ListUsers").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid");
  }

  @Test
  void a_federated_user_can_ask_sts_only_for_its_name() {
    assertThat(
            guestOf("twin")
                .call(
                    "AssumeRole",
                    "RoleArn",
                    "arn:aws:iam::123456789012:role/admin",
                    "RoleSessionName",
                    "s1")
                .status())
        .isEqualTo(403);
  }

  @Test
  void federation_needs_permission() {
    assertThat(sandbox.as("newcomer").call("GetFederationToken", "Name", "guest").outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:iam::123456789012:user/newcomer is not authorized to"
                + " perform: sts:GetFederationToken on resource:"
                + " arn:aws:sts::123456789012:federated-user/guest because no identity-based"
                + " policy allows the sts:GetFederationToken action");
  }

  @Test
  void a_federated_name_has_32_characters_at_most() {
    assertThat(sandbox.as("twin").call("GetFederationToken", "Name", "n".repeat(33)).outcome())
        .endsWith("Member must have length less than or equal to 32");
  }

  @Test
  void the_account_of_a_key_can_be_looked_up() {
    TestClient twin = sandbox.as("twin");
    assertThat(
            twin.call("GetAccessKeyInfo", "AccessKeyId", sandbox.as("alice").accessKeyId())
                .text("Account"))
        .isEqualTo("123456789012");
  }

  @Test
  void a_session_of_a_user_asks_sts_only_for_roles_and_its_name() {
    TestClient session = sandbox.as("twin").call("GetSessionToken").session();
    assertThat(session.call("GetAccessKeyInfo", "AccessKeyId", session.accessKeyId()).status())
        .isEqualTo(403);
    assertThat(session.call("GetFederationToken", "Name", "guest").outcome())
        .isEqualTo("403 AccessDenied: Cannot call GetFederationToken with session credentials");
  }

  private TestClient guestOf(String user) {
    return sandbox
        .as(user)
        .call("GetFederationToken", "Name", "guest", "Policy", EVERYTHING)
        .session();
  }
}
