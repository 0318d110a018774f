package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sessions are revoked by an inline policy that denies everything to credentials issued before a
 * time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html">IAM
 *     User Guide, revoke IAM role temporary security credentials</a>
 */
class RevocationTest {
  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  private String denyBefore(String more) {
    return """
    {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*",
      "Condition":{"DateLessThan":{"aws:TokenIssueTime":"%s"}%s}}}\
    """
        .formatted(company.sandbox.now(), more);
  }

  private static String list(TestClient client) {
    return client.s3("GET", "/examplebucket", "", "").outcome().replaceFirst(":.*", "");
  }

  @Test
  void a_user_loses_the_sessions_of_before_and_keeps_keys_and_later_sessions() {
    TestClient before = company.mfaSession();
    company.sandbox.pass(Duration.ofSeconds(30));
    company.boss.call(
        "PutUserPolicy",
        "UserName",
        "boss",
        "PolicyName",
        "revoked",
        "PolicyDocument",
        denyBefore(""));
    TestClient after = company.mfaSession();
    assertThat(list(before)).isEqualTo("403 AccessDenied");
    assertThat(list(after)).isEqualTo("200");
    assertThat(list(company.boss)).isEqualTo("200");
    company.boss.call("DeleteUserPolicy", "UserName", "boss", "PolicyName", "revoked");
    assertThat(list(before)).isEqualTo("200");
  }

  @Test
  void a_role_loses_the_sessions_of_before_for_one_session_name() {
    TestClient before = company.role();
    TestClient other =
        company
            .boss
            .call(
                "AssumeRole",
                "RoleArn",
                "arn:aws:iam::123456789012:role/hour",
                "RoleSessionName",
                "other")
            .session();
    String userId = before.call("GetCallerIdentity").text("UserId");
    assertThat(userId).endsWith(":session");
    company.sandbox.pass(Duration.ofSeconds(30));
    company.boss.call(
        "PutRolePolicy",
        "RoleName",
        "hour",
        "PolicyName",
        "revoked",
        "PolicyDocument",
        denyBefore(",\"StringEquals\":{\"aws:userid\":\"" + userId + "\"}"));
    assertThat(list(before)).isEqualTo("403 AccessDenied");
    assertThat(list(other)).isEqualTo("200");
    assertThat(list(company.role())).isEqualTo("200");
  }

  @Test
  void read_only_access_as_a_session_policy_reads_and_writes_nothing() {
    TestClient reader =
        Company.assume(
                company.boss,
                "hour",
                "PolicyArns.member.1.arn",
                "arn:aws:iam::aws:policy/ReadOnlyAccess")
            .session();
    assertThat(list(reader)).isEqualTo("200");
    assertThat(reader.call("ListUsers").status()).isEqualTo(200);
    assertThat(reader.s3("PUT", "/examplebucket/new", "", "x").outcome())
        .startsWith("403 AccessDenied");
    assertThat(reader.call("CreateUser", "UserName", "new").outcome())
        .startsWith("403 AccessDenied");
  }
}
