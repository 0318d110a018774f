package dev.keyturn.sandbox.iam;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Service-specific credentials.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html">
 *     IAM API reference, CreateServiceSpecificCredential</a>
 */
class ServiceCredentialsTest {
  private static final String GIT = "codecommit.amazonaws.com";

  private final IamCalls iam = new IamCalls();

  @BeforeEach
  void a_user() {
    iam.call("CreateUser", "UserName", "alice");
  }

  private Map<String, String> create(String service, String... more) {
    String[] parameters = new String[more.length + 4];
    System.arraycopy(
        new String[] {"UserName", "alice", "ServiceName", service}, 0, parameters, 0, 4);
    System.arraycopy(more, 0, parameters, 4, more.length);
    return iam.call("CreateServiceSpecificCredential", parameters);
  }

  @Test
  void a_password_is_shown_once() {
    Map<String, String> made = create(GIT);
    assertThat(made)
        .containsEntry("ServiceSpecificCredential.ServiceUserName", "alice-at-123456789012")
        .containsEntry("ServiceSpecificCredential.Status", "Active")
        .containsKey("ServiceSpecificCredential.ServicePassword");
    assertThat(iam.call("ListServiceSpecificCredentials", "UserName", "alice"))
        .containsEntry("ServiceSpecificCredentials.1.ServiceName", GIT)
        .containsEntry(
            "ServiceSpecificCredentials.1.ServiceSpecificCredentialId",
            made.get("ServiceSpecificCredential.ServiceSpecificCredentialId"))
        .doesNotContainKey("ServiceSpecificCredentials.1.ServicePassword");
  }

  @Test
  void a_reset_makes_another_password() {
    Map<String, String> made = create(GIT);
    String id = requireNonNull(made.get("ServiceSpecificCredential.ServiceSpecificCredentialId"));
    assertThat(
            iam.call(
                "ResetServiceSpecificCredential",
                "UserName",
                "alice",
                "ServiceSpecificCredentialId",
                id))
        .extractingByKey("ServiceSpecificCredential.ServicePassword")
        .isNotNull()
        .isNotEqualTo(made.get("ServiceSpecificCredential.ServicePassword"));
  }

  @Test
  void two_credentials_of_a_service_are_the_most_that_a_user_can_have() {
    create(GIT);
    assertThat(create(GIT))
        .containsEntry("ServiceSpecificCredential.ServiceUserName", "alice+1-at-123456789012");
    assertThat(
            iam.refusal("CreateServiceSpecificCredential", "UserName", "alice", "ServiceName", GIT))
        .isEqualTo(
            "409 LimitExceeded Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2");
    create("cassandra.amazonaws.com");
  }

  @Test
  void an_api_key_has_an_alias_and_expires() {
    assertThat(create("bedrock.amazonaws.com", "CredentialAgeDays", "30"))
        .containsKey("ServiceSpecificCredential.ServiceCredentialSecret")
        .containsEntry("ServiceSpecificCredential.ExpirationDate", "2026-12-21T12:00:00Z");
    iam.passes(Duration.ofDays(30));
    assertThat(
            iam.told(
                "ServiceSpecificCredentials.1.Status",
                "ListServiceSpecificCredentials",
                "UserName",
                "alice"))
        .isEqualTo("Expired");
  }

  @Test
  void credentials_can_be_listed_by_service_and_for_all_users() {
    iam.call("CreateUser", "UserName", "bob");
    create(GIT);
    iam.call("CreateServiceSpecificCredential", "UserName", "bob", "ServiceName", GIT);
    assertThat(
            iam.call(
                "ListServiceSpecificCredentials",
                "UserName",
                "alice",
                "ServiceName",
                "cassandra.amazonaws.com"))
        .doesNotContainKey("ServiceSpecificCredentials.1.UserName");
    assertThat(iam.call("ListServiceSpecificCredentials", "AllUsers", "true"))
        .containsEntry("ServiceSpecificCredentials.1.UserName", "alice")
        .containsEntry("ServiceSpecificCredentials.2.UserName", "bob");
  }

  @Test
  void a_service_without_such_credentials_is_refused() {
    assertThat(
            iam.refusal(
                "CreateServiceSpecificCredential",
                "UserName",
                "alice",
                "ServiceName",
                "s3.amazonaws.com"))
        .startsWith("404 NotSupportedService ");
  }

  @Test
  void a_credential_is_deactivated_and_deleted() {
    String id = create(GIT).get("ServiceSpecificCredential.ServiceSpecificCredentialId");
    String[] one = {"UserName", "alice", "ServiceSpecificCredentialId", String.valueOf(id)};
    iam.call(
        "UpdateServiceSpecificCredential", one[0], one[1], one[2], one[3], "Status", "Inactive");
    assertThat(
            iam.told(
                "ServiceSpecificCredentials.1.Status",
                "ListServiceSpecificCredentials",
                "UserName",
                "alice"))
        .isEqualTo("Inactive");
    assertThat(iam.refusal("DeleteUser", "UserName", "alice")).startsWith("409 DeleteConflict ");
    iam.call("DeleteServiceSpecificCredential", one);
    assertThat(iam.refusal("DeleteServiceSpecificCredential", one)).startsWith("404 NoSuchEntity ");
  }
}
