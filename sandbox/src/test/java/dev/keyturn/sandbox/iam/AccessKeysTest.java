package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.identity.AccessKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest {
  private final IamCalls iam = new IamCalls();

  @Test
  void a_new_key_is_active_and_its_secret_is_reported_once() {
    Map<String, String> made = iam.call("CreateAccessKey");
    assertThat(made)
        .containsEntry("AccessKey.UserName", "admin")
        .containsEntry("AccessKey.Status", "Active")
        .containsEntry("AccessKey.CreateDate", "2026-11-21T12:00:00Z");
    assertThat(made.get("AccessKey.AccessKeyId")).matches("AKIA[A-Z2-7]{16}");
    assertThat(made.get("AccessKey.SecretAccessKey")).hasSize(40);
    assertThat(iam.call("ListAccessKeys"))
        .containsEntry("AccessKeyMetadata.1.AccessKeyId", made.get("AccessKey.AccessKeyId"))
        .doesNotContainValue(made.get("AccessKey.SecretAccessKey"));
  }

  @Test
  void a_third_key_is_refused_even_when_one_is_inactive() {
    iam.call("CreateAccessKey");
    String second = iam.told("AccessKey.AccessKeyId", "CreateAccessKey");
    iam.call("UpdateAccessKey", "AccessKeyId", second, "Status", "Inactive");
    assertThat(iam.refusal("CreateAccessKey"))
        .isEqualTo("409 LimitExceeded Cannot exceed quota for AccessKeysPerUser: 2");
  }

  @Test
  void a_new_key_is_known_everywhere_only_after_the_delay() {
    iam.state.change(Settings.usual().withKeyDelay(Duration.ofSeconds(10)));
    iam.call("CreateAccessKey");
    AccessKey key = iam.admin.accessKeys().get(0);
    assertThat(key.validFrom()).isEqualTo(IamCalls.START.plusSeconds(10));
  }

  @Test
  void a_key_is_switched_off_and_on() {
    String key = iam.told("AccessKey.AccessKeyId", "CreateAccessKey");
    iam.call("UpdateAccessKey", "AccessKeyId", key, "Status", "Inactive");
    assertThat(iam.call("ListAccessKeys")).containsEntry("AccessKeyMetadata.1.Status", "Inactive");
    iam.call("UpdateAccessKey", "AccessKeyId", key, "Status", "Active");
    assertThat(iam.call("ListAccessKeys")).containsEntry("AccessKeyMetadata.1.Status", "Active");
  }

  @Test
  void a_third_status_is_refused() {
    String key = iam.told("AccessKey.AccessKeyId", "CreateAccessKey");
    assertThat(iam.refusal("UpdateAccessKey", "AccessKeyId", key, "Status", "Off"))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'status' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [Active, Inactive]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UpdateAccessKey", "DeleteAccessKey"})
  void a_key_of_somebody_else_is_not_found(String action) {
    iam.call("CreateUser", "UserName", "alice");
    String key = iam.told("AccessKey.AccessKeyId", "CreateAccessKey", "UserName", "alice");
    assertThat(iam.refusal(action, "AccessKeyId", key, "Status", "Inactive"))
        .isEqualTo("404 NoSuchEntity The Access Key with id " + key + " cannot be found.");
  }

  @Test
  void a_deleted_key_is_gone() {
    String key = iam.told("AccessKey.AccessKeyId", "CreateAccessKey");
    iam.call("DeleteAccessKey", "AccessKeyId", key);
    assertThat(iam.call("ListAccessKeys")).containsOnlyKeys("IsTruncated");
  }

  @Test
  void a_role_cannot_delete_a_key_without_saying_whose() {
    iam.asRole();
    assertThat(iam.refusal("DeleteAccessKey", "AccessKeyId", "AKIAIOSFODNN7EXAMPLE"))
        .isEqualTo(
            "400 ValidationError Must specify userName when calling with non-User credentials");
  }

  @Test
  void a_key_never_used_was_used_nowhere() {
    String key = iam.told("AccessKey.AccessKeyId", "CreateAccessKey");
    assertThat(iam.call("GetAccessKeyLastUsed", "AccessKeyId", key))
        .containsEntry("UserName", "admin")
        .containsEntry("AccessKeyLastUsed.ServiceName", "N/A")
        .containsEntry("AccessKeyLastUsed.Region", "N/A")
        .doesNotContainKey("AccessKeyLastUsed.LastUsedDate");
  }

  @Test
  void the_last_use_of_a_key_is_reported() {
    String key = iam.told("AccessKey.AccessKeyId", "CreateAccessKey");
    iam.admin.accessKeys().get(0).used(new AccessKey.LastUse(IamCalls.START, "sts", "eu-west-1"));
    assertThat(iam.call("GetAccessKeyLastUsed", "AccessKeyId", key))
        .containsEntry("AccessKeyLastUsed.ServiceName", "sts")
        .containsEntry("AccessKeyLastUsed.Region", "eu-west-1")
        .containsEntry("AccessKeyLastUsed.LastUsedDate", "2026-11-21T12:00:00Z");
  }

  @Test
  void an_unknown_key_is_denied_rather_than_not_found() {
    assertThat(iam.refusal("GetAccessKeyLastUsed", "AccessKeyId", "AKIAIOSFODNN7EXAMPLE"))
        .isEqualTo(
            "403 AccessDenied User: arn:aws:iam::123456789012:user/admin is not authorized to"
                + " perform iam:GetAccessKeyLastUsed on resource: access key AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void root_makes_keys_of_its_own() {
    iam.asRoot();
    iam.call("CreateAccessKey");
    assertThat(iam.account.root().accessKeys()).hasSize(1);
  }
}
