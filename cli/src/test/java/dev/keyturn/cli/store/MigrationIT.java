package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.cli.transcript.BuildOutput;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.domain.lock.Locks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One key through all places of a computer: GNOME Keyring, an encrypted file and SoftHSM, which
 * lets no key out. The new key goes from AWS into the keyring and from there to the AWS files. Each
 * step is killed once.
 */
class MigrationIT {

  private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String TOKEN = "pkcs11:token=Work?module-path=" + MODULE;
  private static final String PASSPHRASE = "correct horse";
  private static final String SECRET = "root/K7MDENG/bPxRfiCY/rootEXAMPLEKEY0000";
  private static final String COMPANY =
      """
      {"Accounts": [{"AccountId": "123456789012",
        "Users": [{"UserName": "root",
          "AccessKeys": [{"AccessKeyId": "AKIAROOT0000000EXAMPLE",
            "SecretAccessKey": "root/K7MDENG/bPxRfiCY/rootEXAMPLEKEY0000"}],
          "Policies": [{"PolicyName": "all", "PolicyDocument": {"Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}]}],
        "Buckets": [{"Name": "examplebucket"}]}]}
      """;

  @TempDir private Path folder;
  private Path home;
  private DesktopSession session;
  private SandboxProcess sandbox;
  private Map<String, String> environment;

  @BeforeEach
  void begin() throws Exception {
    RealProgram.need("softhsm2-util", "pkcs11-tool");
    RealProgram.needFile(Path.of("/usr/bin/aws"));
    RealProgram.needFile(MODULE);
    home = Files.createDirectories(folder.resolve("home"));
    session = DesktopSession.start(home);
    session.startKeyring();
    sandbox = SandboxProcess.running(folder.resolve("aws"), COMPANY);
    environment = new HashMap<>(session.environment());
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("AWS_ENDPOINT_URL", sandbox.url());
    environment.put("KEYTURN_STORE_PASSPHRASE_COMMAND", "echo " + PASSPHRASE);
    environment.put("SOFTHSM2_CONF", tokens().toString());
    write(
        ".aws/credentials",
        "[work]\naws_access_key_id = AKIAROOT0000000EXAMPLE\naws_secret_access_key = "
            + SECRET
            + "\n");
    write(".aws/config", "[profile work]\nregion = us-east-1\n");
  }

  @AfterEach
  void end() throws InterruptedException {
    sandbox.close();
    session.end();
  }

  private Path tokens() throws Exception {
    Path tokens = Files.createDirectories(home.resolve("tokens"));
    Path configuration =
        write("softhsm2.conf", "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    List<String> words = List.of("--init-token", "--free", "--label", "Work", "--so-pin", "5678");
    List<String> command = new ArrayList<>(List.of("softhsm2-util"));
    command.addAll(words);
    command.addAll(List.of("--pin", PASSPHRASE));
    RealProgram.run(
        Map.of("SOFTHSM2_CONF", configuration.toString()), "", command.toArray(String[]::new));
    return configuration;
  }

  private Path write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(BuildOutput.LAUNCHER.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return builder.start();
  }

  private String run(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", words), output).isZero();
    return output;
  }

  /**
   * Kills the command when it has recorded its work and waits for an AWS file that another program
   * has locked, then runs it again.
   */
  private void killedAndAgain(String notes, String file, String... words) throws Exception {
    Path state = home.resolve(".local/state/keyturn");
    String held = home.resolve(file).toRealPath().toString();
    try (Locks.Held busy = new FileLocks(state).acquire(held, Duration.ZERO)) {
      assertThat(busy).isNotNull();
      Process process = start(words);
      while (process.isAlive() && isEmpty(state.resolve(notes))) {
        Thread.sleep(10);
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      assertThat(process.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("it was killed").isEqualTo(128 + 9);
    }
    run(words);
    assertThat(isEmpty(state.resolve(notes))).as("nothing is unfinished").isTrue();
  }

  private static boolean isEmpty(Path notes) throws IOException {
    if (!Files.isDirectory(notes)) {
      return true;
    }
    try (Stream<Path> files = Files.list(notes)) {
      return files.allMatch(file -> file.getFileName().toString().startsWith("."));
    }
  }

  private void move(String place) throws Exception {
    killedAndAgain("moves", ".aws/config", "store", "move", "work", "--to", place, "--yes");
    assertThat(run("store", "list").lines())
        .as("the key is in %s and nowhere else", place)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("work ")
        .contains(place);
    assertThat(filesWith(SECRET)).isEmpty();
  }

  private List<String> filesWith(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(home.relativize(file).toString());
        }
      }
    }
    return found;
  }

  private void assertAwsCliWorks() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                "/usr/bin/aws", "s3", "ls", "--profile", "work", "--endpoint-url", sandbox.url())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("examplebucket");
  }

  @Test
  void from_the_files_through_every_place_and_back_with_a_new_key() throws Exception {
    move("keychain");
    move("encrypted-file");
    move(TOKEN);
    assertAwsCliWorks();
    killedAndAgain(
        "rotations",
        ".aws/config",
        "keys",
        "rotate",
        "work",
        "--to",
        "keychain",
        "--yes",
        "--delete");
    assertThat(run("store", "list").lines()).hasSize(2).last().asString().contains("keychain");
    String secret = run("store", "show", "work", "--show-secret").strip();
    assertThat(secret).hasSize(40).isNotEqualTo(SECRET);
    assertThat(filesWith(secret)).isEmpty();
    killedAndAgain("moves", ".aws/config", "store", "move", "work", "--to", "aws-files", "--yes");
    assertThat(run("store", "list").lines()).hasSize(2).last().asString().contains("aws-files");
    assertThat(filesWith(secret)).containsExactly(".aws/credentials");
    assertAwsCliWorks();
    assertThat(objectsOfToken()).doesNotContain("access-key/");
  }

  private String objectsOfToken() throws Exception {
    return RealProgram.run(
        environment,
        "",
        "pkcs11-tool",
        "--module",
        MODULE.toString(),
        "--token-label",
        "Work",
        "--login",
        "--pin",
        PASSPHRASE,
        "--list-objects");
  }

  @Test
  void a_new_key_goes_from_aws_into_a_token_and_to_no_file() throws Exception {
    String[] rotate = {"keys", "rotate", "work", "--to", TOKEN, "--yes", "--delete"};
    killedAndAgain("rotations", ".aws/config", rotate);
    assertThat(run("store", "list").lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("work ")
        .contains(TOKEN)
        .doesNotContain("AKIAROOT0000000EXAMPLE");
    assertThat(filesWith(SECRET)).isEmpty();
    assertThat(Files.readString(home.resolve(".aws/credentials"))).isBlank();
    assertAwsCliWorks();
    String first = objectsOfToken();
    assertThat(first).containsOnlyOnce("access-key/").doesNotContain("extractable");
    run("keys", "rotate", "work", "--yes", "--delete");
    assertThat(objectsOfToken()).containsOnlyOnce("access-key/").isNotEqualTo(first);
    assertAwsCliWorks();
  }
}
