package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.store.DesktopSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted sessions with their key in GNOME Keyring, in processes of their own. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class EncryptedSessionsTest {

  private static final Pattern SECRETS =
      Pattern.compile("\"(?:SecretAccessKey|SessionToken)\":\"([^\"]+)\"");

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @SuppressWarnings("NullAway.Init")
  private DesktopSession desktop;

  @BeforeEach
  void encrypt() throws Exception {
    desktop = DesktopSession.start(home);
    desktop.startKeyring();
    company = Company.start(home, 3600);
    run("store", "encrypt-sessions", "keychain");
  }

  @AfterEach
  void stop() throws InterruptedException {
    company.close();
    desktop.end();
  }

  private Process start(String... words) throws IOException {
    Map<String, String> environment = new HashMap<>(desktop.environment());
    environment.putAll(company.environment());
    environment.put("KEYTURN_SAVE", "never");
    return Company.start(company.command(List.of(words)), environment);
  }

  private String run(String... words) throws Exception {
    return Company.output(start(words));
  }

  private static Set<String> secretsIn(String printed) {
    Set<String> secrets = new HashSet<>();
    Matcher matcher = SECRETS.matcher(printed);
    while (matcher.find()) {
      secrets.add(matcher.group(1));
    }
    assertThat(secrets).hasSize(2);
    return secrets;
  }

  private String state() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home.resolve("state"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(file).append('\n');
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void no_file_of_keyturn_has_a_secret_whatever_is_done_with_a_session() throws Exception {
    run("login", "admin", company.code());
    Set<String> secrets = new HashSet<>();
    for (String profile : List.of("alice", "admin", "reader")) {
      secrets.addAll(secretsIn(run("credential-process", profile)));
    }
    assertThat(secrets).hasSize(6);
    run("env", "admin");
    run("env", "admin", "--format", "json");
    run("whoami", "admin");
    run("exec", "admin", "--", "sh", "-c", "test -n \"$AWS_SESSION_TOKEN\"");
    run("exec", "--server", "admin", "--", "true");
    run("status");
    assertThat(state()).contains("encrypted=").doesNotContain(secrets);

    run("logout", "admin");
    run("logout", "--all");
    assertThat(state()).doesNotContain("encrypted=").doesNotContain(secrets);
  }

  @Test
  void many_processes_at_once_share_one_session() throws Exception {
    run("login", "alice", company.code());
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(start("credential-process", "reader"));
    }
    Set<String> secrets = new HashSet<>();
    for (Process process : processes) {
      secrets.addAll(secretsIn(Company.output(process)));
    }
    assertThat(secrets).hasSize(2);
  }

  @Test
  void a_locked_keychain_says_how_to_unlock_it_and_hides_no_facts() throws Exception {
    run("login", "admin", company.code());
    run("store", "lock", "keychain");

    Process locked = start("credential-process", "admin");
    assertThat(new String(locked.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("keyturn: the keychain is locked: ")
        .contains("keyturn store unlock keychain");
    assertThat(locked.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(locked.exitValue()).isEqualTo(5);
    assertThat(run("status", "admin")).contains("admin", "cache");
    run("status", "admin", "--check");
  }

  @Test
  void the_documented_format_is_enough_to_read_one() throws Exception {
    run("login", "alice", company.code());
    String key = secretTool("lookup");
    Path reader = Path.of("src", "test", "resources", "read-session.py").toAbsolutePath();
    try (Stream<Path> sessions = Files.list(home.resolve("state/sessions"))) {
      String session = sessions.findFirst().orElseThrow().toString();
      Process read =
          Company.start(List.of("/usr/bin/python3", reader.toString(), session), Map.of());
      read.getOutputStream().write(key.getBytes(StandardCharsets.UTF_8));
      read.getOutputStream().close();
      assertThat(Company.output(read).lines())
          .containsExactlyInAnyOrderElementsOf(secretsIn(run("credential-process", "alice")));
    }
  }

  private String secretTool(String verb) throws Exception {
    List<String> command = List.of("secret-tool", verb, "application", "keyturn");
    return Company.output(Company.start(command, desktop.environment()));
  }

  @Test
  void a_key_that_was_deleted_is_made_again_at_the_next_login() throws Exception {
    secretTool("clear");

    run("login", "alice", company.code());
    assertThat(state()).doesNotContain(secretsIn(run("credential-process", "alice")));
  }
}
