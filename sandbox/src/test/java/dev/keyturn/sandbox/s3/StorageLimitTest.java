package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * All objects and parts of a sandbox have one MiB together, and one of them leaves 1000 bytes: it
 * has a key of 5 characters, 19 of a content type, and 512 bytes for existing.
 */
class StorageLimitTest {
  private static final String LARGE = "x".repeat(1024 * 1024 - 1000 - 5 - 19 - 512);

  /** What is left for an object whose key has one character. */
  private static final String REST = "x".repeat(1000 - 1 - 19 - 512);

  private final TestSandbox sandbox =
      TestSandbox.start(
          """
          {"Accounts":[{"AccountId":"111111111111","Users":[{"UserName":"all","Policies":[
            {"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17","Statement":
              {"Effect":"Allow","Action":"*","Resource":"*"}}}]}],
            "Buckets":[{"Name":"b-1"},{"Name":"b-2"}]}],"MaxStoredMiB":1}
          """);
  private final TestClient client = sandbox.as("all");

  @BeforeEach
  void fill() {
    assertThat(client.s3("PUT", "/b-1/large", "", LARGE).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void what_fits_is_stored_and_what_does_not_is_refused_and_changes_nothing() {
    assertThat(client.s3("PUT", "/b-2/x", "", REST + "x").outcome())
        .startsWith("400 EntityTooLarge: ");
    assertThat(client.s3("GET", "/b-2/x", "", "").status()).isEqualTo(404);
    assertThat(client.s3("PUT", "/b-2/x", "", REST).status()).isEqualTo(200);
    assertThat(client.s3("PUT", "/b-2/y", "", "").outcome()).startsWith("400 EntityTooLarge: ");
  }

  @Test
  void metadata_count() {
    Map<String, String> metadata = Map.of("x-amz-meta-a", "y".repeat(REST.length() - 12));
    assertThat(client.s3With(metadata, "PUT", "/b-2/x", "y").outcome())
        .startsWith("400 EntityTooLarge: ");
    assertThat(client.s3With(metadata, "PUT", "/b-2/x", "").status()).isEqualTo(200);
  }

  @Test
  void empty_objects_fill_the_memory() {
    assertThat(client.s3("PUT", "/b-2/x", "", "").status()).isEqualTo(200);
    assertThat(client.s3("PUT", "/b-2/y", "", "").outcome()).startsWith("400 EntityTooLarge: ");
    assertThat(client.s3("PUT", "/b-2/x", "", "").status()).isEqualTo(200);
  }

  @Test
  void uploads_that_were_begun_count() {
    assertThat(client.s3("POST", "/b-2/x", "uploads=", "").status()).isEqualTo(200);
    assertThat(client.s3("POST", "/b-2/x", "uploads=", "").outcome())
        .startsWith("400 EntityTooLarge: ");
  }

  @Test
  void a_deletion_makes_room() {
    assertThat(client.s3("DELETE", "/b-1/large", "", "").status()).isEqualTo(204);
    assertThat(client.s3("PUT", "/b-2/large", "", LARGE).status()).isEqualTo(200);
  }

  @Test
  void a_replaced_object_no_longer_counts() {
    assertThat(client.s3("PUT", "/b-1/large", "", LARGE).status()).isEqualTo(200);
  }

  @Test
  void copies_count() {
    assertThat(
            client
                .s3With(Map.of("x-amz-copy-source", "b-1/large"), "PUT", "/b-2/copy", "")
                .outcome())
        .startsWith("400 EntityTooLarge: ");
  }

  @Test
  void parts_count_until_the_upload_is_aborted() {
    String part = "/b-2/parts";
    String upload = client.s3("POST", part, "uploads=", "").text("UploadId");
    String query = "partNumber=1&uploadId=" + upload;
    assertThat(client.s3("PUT", part, query, "0").outcome()).startsWith("400 EntityTooLarge: ");
    assertThat(client.s3("DELETE", "/b-1/large", "", "").status()).isEqualTo(204);
    assertThat(client.s3("PUT", part, query, LARGE).status()).isEqualTo(200);
    assertThat(client.s3("PUT", "/b-2/x", "", REST).outcome()).startsWith("400 EntityTooLarge: ");
    assertThat(client.s3("DELETE", part, "uploadId=" + upload, "").status()).isEqualTo(204);
    assertThat(client.s3("PUT", "/b-2/x", "", REST).status()).isEqualTo(200);
  }
}
