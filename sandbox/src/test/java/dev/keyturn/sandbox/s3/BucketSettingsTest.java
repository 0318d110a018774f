package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What S3 says about the configurations of a bucket that nobody has touched. */
class BucketSettingsTest {
  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "accelerate, AccelerateConfiguration, ''",
    "encryption, SSEAlgorithm, AES256",
    "logging, BucketLoggingStatus, ''",
    "notification, NotificationConfiguration, ''",
    "ownershipControls, ObjectOwnership, BucketOwnerEnforced",
    "requestPayment, Payer, BucketOwner",
    "versioning, VersioningConfiguration, ''"
  })
  void a_setting_is_that_of_a_new_bucket(String word, String element, String value) {
    Answer answer = twin.s3("GET", "/examplebucket", word + "=", "");
    assertThat(answer.outcome()).isEqualTo("200");
    assertThat(answer.has(element)).isTrue();
    assertThat(answer.text(element)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "cors, NoSuchCORSConfiguration: The CORS configuration does not exist",
    "lifecycle, NoSuchLifecycleConfiguration: The lifecycle configuration does not exist",
    "replication, ReplicationConfigurationNotFoundError: The replication configuration was not found",
    "tagging, NoSuchTagSet: The TagSet does not exist",
    "website, NoSuchWebsiteConfiguration: The specified bucket does not have a website configuration",
    "object-lock, ObjectLockConfigurationNotFoundError: Object Lock configuration does not exist for this bucket"
  })
  void a_configuration_that_nobody_made_is_not_found(String word, String refusal) {
    Answer answer = twin.s3("GET", "/examplebucket", word + "=", "");
    assertThat(answer.outcome()).isEqualTo("404 " + refusal);
    assertThat(answer.text("BucketName")).isEqualTo("examplebucket");
    assertThat(twin.s3("PUT", "/examplebucket", word + "=", "").status()).isEqualTo(501);
  }

  @Test
  void who_may_not_read_a_setting_is_refused() {
    assertThat(sandbox.as("newcomer").s3("GET", "/examplebucket", "encryption=", "").outcome())
        .startsWith("403 AccessDenied: ")
        .contains("s3:GetEncryptionConfiguration");
  }
}
