package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access keys and users. */
class KeysAndUsersTest {
  private final Company company = new Company();
  private final TestClient boss = company.boss;

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void a_user_has_two_keys_at_most_active_or_not() {
    Answer second = boss.call("CreateAccessKey", "UserName", "bob");
    boss.call(
        "UpdateAccessKey",
        "UserName",
        "bob",
        "AccessKeyId",
        second.text("AccessKeyId"),
        "Status",
        "Inactive");
    assertThat(boss.call("CreateAccessKey", "UserName", "bob").outcome())
        .isEqualTo("409 LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2");
  }

  @Test
  void the_secret_of_a_new_key_is_reported_once() {
    Answer made = boss.call("CreateAccessKey", "UserName", "bob");
    assertThat(made.body())
        .containsPattern(
            "<AccessKey><UserName>bob</UserName><AccessKeyId>AKIA[A-Z2-7]{16}</AccessKeyId>"
                + "<Status>Active</Status><CreateDate>2026-11-21T09:00:10Z</CreateDate>"
                + "<SecretAccessKey>[A-Za-z0-9+/]{40}</SecretAccessKey></AccessKey>");
    assertThat(boss.call("ListAccessKeys", "UserName", "bob").body())
        .contains(made.text("AccessKeyId"))
        .doesNotContain("SecretAccessKey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UpdateAccessKey", "DeleteAccessKey"})
  void an_unknown_key(String action) {
    assertThat(
            boss.call(action, "AccessKeyId", "AKIAIOSFODNN7EXAMPLE", "Status", "Active").outcome())
        .isEqualTo(
            "404 NoSuchEntity: The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.");
  }

  @Test
  void a_key_that_was_never_used() {
    String id = boss.call("CreateAccessKey", "UserName", "bob").text("AccessKeyId");
    Answer answer = boss.call("GetAccessKeyLastUsed", "AccessKeyId", id);
    assertThat(answer.text("ServiceName")).isEqualTo("N/A");
    assertThat(answer.text("Region")).isEqualTo("N/A");
    assertThat(answer.has("LastUsedDate")).isFalse();
  }

  @Test
  void a_key_that_was_used() {
    company.as("bob").call("GetCallerIdentity");
    String id = company.as("bob").accessKeyId();
    assertThat(boss.call("GetAccessKeyLastUsed", "AccessKeyId", id).body())
        .contains(
            "<UserName>bob</UserName><AccessKeyLastUsed>"
                + "<LastUsedDate>2026-11-21T09:00:10Z</LastUsedDate>"
                + "<ServiceName>sts</ServiceName><Region>us-east-1</Region></AccessKeyLastUsed>");
  }

  @Test
  void the_last_use_of_an_unknown_key() {
    assertThat(boss.call("GetAccessKeyLastUsed", "AccessKeyId", "AKIAIOSFODNN7EXAMPLE").outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:iam::123456789012:user/boss is not authorized to"
                + " perform iam:GetAccessKeyLastUsed on resource: access key"
                + " AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void a_new_key_works_only_after_some_seconds() {
    try (TestSandbox slow = TestSandbox.start("{\"KeyDelaySeconds\":10}")) {
      TestClient newcomer = slow.as("newcomer");
      Answer made = newcomer.call("CreateAccessKey", "UserName", "newcomer");
      TestClient renewed = slow.with(made.text("AccessKeyId"), made.text("SecretAccessKey"));
      assertThat(renewed.call("GetCallerIdentity").outcome())
          .isEqualTo(
              "403 InvalidClientTokenId: The security token included in the request is invalid.");
      slow.pass(Duration.ofSeconds(10));
      assertThat(renewed.call("GetCallerIdentity").outcome()).isEqualTo("200");
    }
  }

  @Test
  void a_key_is_rotated_in_the_safe_order() {
    TestClient session = company.mfaSession();
    Answer made = session.call("CreateAccessKey");
    TestClient renewed =
        company.sandbox.with(made.text("AccessKeyId"), made.text("SecretAccessKey"));
    assertThat(renewed.call("GetCallerIdentity").outcome()).isEqualTo("200");
    String[] off = {"AccessKeyId", boss.accessKeyId(), "Status", "Inactive"};
    assertThat(session.call("UpdateAccessKey", off).outcome()).isEqualTo("200");
    assertThat(boss.call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid.");
    assertThat(session.call("DeleteAccessKey", "AccessKeyId", boss.accessKeyId()).outcome())
        .isEqualTo("200");
  }

  @Test
  void a_user_of_the_same_name() {
    assertThat(boss.call("CreateUser", "UserName", "bob").outcome())
        .isEqualTo("409 EntityAlreadyExists: User with name bob already exists.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GetUser", "DeleteUser", "UpdateUser", "CreateAccessKey", "ListMFADevices"})
  void an_unknown_user(String action) {
    assertThat(boss.call(action, "UserName", "nobody").outcome())
        .isEqualTo("404 NoSuchEntity: The user with name nobody cannot be found.");
  }
}
