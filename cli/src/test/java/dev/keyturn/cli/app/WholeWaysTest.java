package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.store.RealProgram;
import dev.keyturn.cli.transcript.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ways of working from the first step to the last, where everything but the S3 lines of the real
 * AWS CLI is done with Keyturn, under policies that require MFA.
 */
class WholeWaysTest {

  private static final String AWS = "/usr/bin/aws";
  private static final String READER =
      """
      aws_access_key_id = AKIAREADER00000EXAMPLE
      aws_secret_access_key = reader/K7MDENG/bPxRfiCY/readEXAMPLEKEY00
      """;

  @TempDir private Path folder;
  private IamHome home;

  @BeforeEach
  void begin() {
    RealProgram.needFile(Path.of(AWS));
    home = new IamHome(folder.resolve("home"), Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterEach
  void end() {
    home.close();
  }

  private Outcome keyturn(String... words) {
    Outcome outcome = home.run(words);
    assertThat(outcome.exit())
        .as(
            "%s: %s%s",
            String.join(" ", words), outcome.err(), outcome.screen().stream().limit(20).toList())
        .isZero();
    return outcome;
  }

  /** What the AWS CLI says, with nobody to ask; it may fail. */
  private String aws(Map<String, String> variables, String... words) {
    List<String> command = new ArrayList<>(List.of(AWS));
    command.addAll(List.of(words));
    command.addAll(List.of("--endpoint-url", home.aws.url()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.redirectInput(Path.of("/dev/null").toFile());
    try {
      Process process = builder.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String aws(String... words) {
    return aws(Map.of(), words);
  }

  /** A bucket, a role that requires MFA, and a user who may do nothing but assume it. */
  @Test
  void a_role_that_requires_mfa() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
    keyturn(
        "user",
        "setup",
        "iamuser",
        "--role",
        "s3access",
        "--bucket",
        "examplebucket",
        "--csv-folder",
        folder.toString(),
        "-p",
        "root",
        "--yes");
    String csv = folder.resolve("iamuser_accessKeys.csv").toString();
    String[] setup = {"setup", "iamuser", "--csv", csv, "--region", "us-east-1", "--to", "plain"};
    keyturn(Stream.concat(Stream.of(setup), Stream.of("--enroll", "--yes")).toArray(String[]::new));
    assertThat(aws("s3", "ls", "s3://examplebucket", "--profile", "iamuser"))
        .contains("AccessDenied");

    keyturn("config", "set", "default.role_arn", "arn:aws:iam::123456789012:role/s3access");
    keyturn("config", "set", "default.source_profile", "iamuser");
    keyturn("config", "set", "default.mfa_serial", IamHome.serialNumber("iamuser"));
    keyturn("config", "set", "default.region", "us-east-1");
    assertThat(keyturn("login").out()).contains("assumed-role/s3access/");
    assertThat(aws("s3", "cp", file.toString(), "s3://examplebucket/notes.txt"))
        .contains("upload:");
    assertThat(aws("s3", "ls", "s3://examplebucket")).endsWith("5 notes.txt\n");
    assertThat(aws("iam", "list-users")).contains("AccessDenied");

    keyturn("logout");
    assertThat(aws("s3", "ls", "s3://examplebucket")).doesNotContain("notes.txt");
    keyturn(
        "login",
        "iamuser",
        "--role-arn",
        "arn:aws:iam::123456789012:role/s3access",
        "--role-session-name",
        "mySession1",
        "-d",
        "3600",
        "--save-as",
        "mine");
    assertThat(aws("sts", "get-caller-identity", "--profile", "mine"))
        .contains("assumed-role/s3access/mySession1");
    assertThat(aws("s3", "cp", "s3://examplebucket/notes.txt", "-", "--profile", "mine"))
        .isEqualTo("hello");
    Outcome longer =
        home.run(
            "login",
            "iamuser",
            "--role-arn",
            "arn:aws:iam::123456789012:role/s3access",
            "-d",
            "7200",
            "--force");
    assertThat(longer.exit()).isEqualTo(4);
    assertThat(longer.err())
        .contains("MaxSessionDuration", "use a shorter duration: keyturn login iamuser")
        .contains("--duration 1h");
  }

  /** The device on a source profile; the session in the profile that names it. */
  @Test
  void a_device_on_a_source_profile() {
    home.write(".aws/credentials", "[my-mfa-profile]\n" + READER);
    home.write(
        ".aws/config",
        """
        [my-mfa-profile]
        mfa_serial = %s

        [profile my-profile]
        source_profile = my-mfa-profile
        user_arn = arn:aws:iam::123456789012:user/reader
        region = us-east-1
        """
            .formatted(IamHome.serialNumber("reader")));
    assertThat(aws("s3", "ls", "--profile", "my-mfa-profile")).contains("AccessDenied");
    keyturn("mfa", "enroll", "reader", "-p", "my-mfa-profile");
    keyturn("login", "-p", "my-profile");
    assertThat(aws("s3", "ls", "--profile", "my-profile")).endsWith(" examplebucket\n");
    keyturn("login", "my-profile", "--save-as", "mfa");
    assertThat(aws("s3", "ls", "--profile", "mfa")).endsWith(" examplebucket\n");
  }

  /** Keys in the profile itself, the session in the environment and in a dotenv file. */
  @Test
  void keys_in_the_profile_itself() throws IOException {
    String csv = folder.resolve("reader_accessKeys.csv").toString();
    Files.writeString(
        Path.of(csv),
        """
        Access key ID,Secret access key
        AKIAREADER00000EXAMPLE,reader/K7MDENG/bPxRfiCY/readEXAMPLEKEY00
        """);
    home.write(".aws/credentials", "");
    home.write(".aws/config", "[smce-veda]\nregion = us-east-1\n");
    keyturn("import", csv, "-p", "smce-veda");
    keyturn("mfa", "enroll", "phone", "-p", "smce-veda");
    assertThat(keyturn("mfa", "list", "-p", "smce-veda").out()).contains("mfa/phone");
    assertThat(aws("s3", "ls", "--profile", "smce-veda")).contains("AccessDenied");

    Path dotenv = folder.resolve("home/.env");
    keyturn("env", "smce-veda", "--file", dotenv.toString());
    assertThat(aws(variables(dotenv), "s3", "ls")).endsWith(" examplebucket\n");
    keyturn("status", "smce-veda", "--check");
    keyturn("keys", "rotate", "smce-veda", "--yes", "--delete");
    assertThat(aws(variables(dotenv), "s3", "ls")).endsWith(" examplebucket\n");
    assertThat(keyturn("login", "smce-veda", "--force").exit()).isZero();
    keyturn("logout", "smce-veda");
    assertThat(home.run("status", "smce-veda", "--check").exit()).isEqualTo(1);
  }

  private static Map<String, String> variables(Path dotenv) throws IOException {
    Map<String, String> variables = new HashMap<>();
    for (String line : Files.readAllLines(dotenv)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        variables.put(
            line.substring(0, equals), line.substring(equals + 1).replaceAll("^['\"]|['\"]$", ""));
      }
    }
    return variables;
  }
}
