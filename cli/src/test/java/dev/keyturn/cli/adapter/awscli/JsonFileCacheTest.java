package dev.keyturn.cli.adapter.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileCacheTest {

  private static final String NAME = "c08bbcd61d2960e17757c33319b79219a44dea4e";
  private static final AssumedRole ADMIN =
      new AssumedRole(
          new SessionCredentials(
              "ASIAIOSFODNN7EXAMPLE",
              Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
              Secret.of("AQoEXAMPLEH4aoAH0gNCAPy"),
              Instant.parse("2026-11-21T13:00:00Z")),
          new Identity(
              "123456789012",
              "arn:aws:sts::123456789012:assumed-role/admin/alice",
              "AROADBQP57FF2AEXAMPLE:alice"));

  @TempDir private Path home = Path.of("");
  private JsonFileCache cache = new JsonFileCache(home, FileReads.unnoticed());

  @BeforeEach
  void a_home() {
    cache = new JsonFileCache(home, FileReads.unnoticed());
  }

  private Path folder() {
    return home.resolve(".aws/cli/cache");
  }

  @Test
  void a_session_comes_back_as_it_was_saved() {
    cache.save(NAME, ADMIN);
    assertThat(cache.find(NAME)).contains(ADMIN);
    assertThat(cache.names()).containsExactly(NAME);
  }

  @Test
  void file_and_new_folders_belong_to_their_owner_alone() throws IOException {
    cache.save(NAME, ADMIN);
    assertThat(mode(folder().resolve(NAME + ".json"))).isEqualTo("rw-------");
    for (String made : List.of(".aws", ".aws/cli", ".aws/cli/cache")) {
      assertThat(mode(home.resolve(made))).isEqualTo("rwx------");
    }
  }

  @Test
  void a_file_that_all_could_read_is_replaced_by_one_that_only_its_owner_can() throws IOException {
    write("{}");
    Files.setPosixFilePermissions(
        folder().resolve(NAME + ".json"), PosixFilePermissions.fromString("rw-r--r--"));
    cache.save(NAME, ADMIN);
    assertThat(mode(folder().resolve(NAME + ".json"))).isEqualTo("rw-------");
    assertThat(folder()).isDirectoryNotContaining("glob:**.tmp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21T13:00:00UTC", "2026-11-21T13:00:00+00:00"})
  void times_are_read_as_each_version_of_the_aws_cli_writes_them(String time) throws IOException {
    write(
        """
        {"Credentials": {"AccessKeyId": "ASIAIOSFODNN7EXAMPLE",
          "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          "SessionToken": "AQoEXAMPLEH4aoAH0gNCAPy", "Expiration": "%s"},
         "AssumedRoleUser": {"AssumedRoleId": "AROADBQP57FF2AEXAMPLE:alice",
          "Arn": "arn:aws:sts::123456789012:assumed-role/admin/alice"},
         "PackedPolicySize": 0,
         "ResponseMetadata": {"RequestId": "x", "HTTPStatusCode": 200, "HTTPHeaders": {"date": "y"},
          "RetryAttempts": 0}}
        """
            .formatted(time));
    assertThat(cache.find(NAME)).contains(ADMIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"Credentials\": {\"AccessKeyId\": \"ASIAIOSFODNN7EXAMPLE\"}}",
        "{\"Credentials\": {\"AccessKeyId\": \"A\", \"SecretAccessKey\": \"s\","
            + " \"SessionToken\": \"t\", \"Expiration\": \"soon\"}}"
      })
  void what_cannot_be_read_counts_as_missing(String text) throws IOException {
    write(text);
    assertThat(cache.find(NAME)).isEmpty();
  }

  @Test
  void where_the_aws_cli_never_ran_there_is_nothing() {
    assertThat(cache.find(NAME)).isEmpty();
    assertThat(cache.names()).isEmpty();
    cache.remove(NAME);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_removed_session_is_gone() {
    cache.save(NAME, ADMIN);
    cache.remove(NAME);
    assertThat(cache.find(NAME)).isEmpty();
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve(NAME + ".json"), text);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
