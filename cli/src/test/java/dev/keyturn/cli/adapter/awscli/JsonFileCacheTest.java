package dev.keyturn.cli.adapter.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  private JsonFileCache cache = new JsonFileCache(Map.of(), home, FileReads.unnoticed());

  @BeforeEach
  void a_home() {
    cache = new JsonFileCache(Map.of(), home, FileReads.unnoticed());
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

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void what_never_ends_counts_as_missing() throws Exception {
    Path file = Files.createDirectories(folder()).resolve(NAME + ".json");
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    assertThat(cache.find(NAME)).isEmpty();
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/dev/zero"));
    assertThat(cache.find(NAME)).isEmpty();
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
  void the_cache_is_empty_where_the_aws_cli_never_ran() {
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

  // --- sign-ins
  // ------------------------------------------------------------------------------------

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final SignIn LOGIN = new SignIn.Login("a", "arn:aws:iam::123456789012:user/alice");
  private static final String LOGIN_FILE =
      "b7d71d383b9557a9bad4c3346c50365819226484c6824a0fdef66637be339db0.json";

  private static void signIn(Path file, String end) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(
        file,
        """
        {"accessToken": {"accessKeyId": "ASIAIOSFODNN7EXAMPLE",
          "secretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          "sessionToken": "AQoEXAMPLEH4aoAH0gNCAPy", "expiresAt": "%s"}}
        """
            .formatted(end));
  }

  @Test
  void a_sign_in_counts_while_more_than_five_minutes_are_left() throws IOException {
    Path file = home.resolve(".aws/login/cache").resolve(LOGIN_FILE);
    assertThat(cache.signedIn(LOGIN, NOON)).isEmpty();
    signIn(file, "2026-11-21T12:05:01Z");
    assertThat(cache.signedIn(LOGIN, NOON))
        .map(SessionCredentials::accessKeyId)
        .contains("ASIAIOSFODNN7EXAMPLE");
    signIn(file, "2026-11-21T12:05:00Z");
    assertThat(cache.signedIn(LOGIN, NOON)).isEmpty();
    Files.writeString(file, "{");
    assertThat(cache.signedIn(LOGIN, NOON)).isEmpty();
  }

  @Test
  void a_variable_names_another_folder_of_logins() throws IOException {
    Path other = home.resolve("other");
    signIn(other.resolve(LOGIN_FILE), "2026-11-21T13:00:00Z");
    Map<String, String> environment = Map.of("AWS_LOGIN_CACHE_DIRECTORY", other.toString());
    cache = new JsonFileCache(environment, home, FileReads.unnoticed());
    assertThat(cache.signedIn(LOGIN, NOON)).isPresent();
  }

  /** The names are botocore's: {@code SSOCredentialFetcher._create_cache_key}. */
  @Test
  void roles_of_single_sign_on_are_named_by_session_or_start_url() {
    SignInFiles files = SignInFiles.of(Map.of(), home, folder());
    String url = "https://example.awsapps.com/start";
    assertThat(files.file(new SignIn.SingleSignOn("a", "123456789012", "Admin", "company", url)))
        .isEqualTo(folder().resolve("94e4b9fede1c0637654f194b2ebe852e74736f28.json"));
    assertThat(files.file(new SignIn.SingleSignOn("a", "123456789012", "Admin", null, url)))
        .isEqualTo(folder().resolve("764b1819cd322a32dff569462ca869a4196b4fc1.json"));
  }
}
