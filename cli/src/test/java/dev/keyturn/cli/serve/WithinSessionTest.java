package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyturn in a program, or a shell, to which Keyturn has handed a session. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class WithinSessionTest {

  private static final String ADMIN = "arn:aws:sts::123456789012:assumed-role/admin/alice";
  private static final String READER = "arn:aws:sts::123456789012:assumed-role/reader/alice";

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Company company;

  @BeforeAll
  static void log_in() throws Exception {
    company = Company.start(home, 3600);
    Company.output(company.keyturn("login", "admin", company.code()));
  }

  @AfterAll
  static void stop() {
    company.close();
  }

  /** What {@code keyturn WORDS -- keyturn INNER} prints. */
  private static String within(List<String> words, String... inner) throws Exception {
    List<String> all = new ArrayList<>(words);
    all.addAll(company.command(List.of(inner)));
    return Company.output(company.keyturn(all.toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec admin --", "exec --server admin --"})
  void whoami_is_the_session_that_was_handed_over(String exec) throws Exception {
    List<String> words = List.of(exec.split(" ", -1));
    assertThat(within(words, "whoami", "--query", "arn")).isEqualTo(ADMIN);
    assertThat(within(words, "status", "--short")).startsWith("admin ");
    assertThat(within(words, "explain", "--output", "json")).contains("\"profile\":\"admin\"");
  }

  @Test
  void whoami_is_the_role_even_if_no_profile_names_it() throws Exception {
    String role = "arn:aws:iam::123456789012:role/reader";
    List<String> words = List.of("exec", "--role-arn", role, "alice", "--");
    assertThat(within(words, "whoami", "--query", "arn")).isEqualTo(READER);
  }

  @Test
  void a_profile_that_is_named_is_another() throws Exception {
    List<String> words = List.of("exec", "admin", "--");
    assertThat(within(words, "exec", "reader", "--", "printenv", "KEYTURN_PROFILE"))
        .isEqualTo("reader");
    assertThat(within(words, "whoami", "reader", "--query", "arn")).isEqualTo(READER);
  }

  /** Those of the endpoint have no keys and the settings of another profile. */
  @Test
  void a_program_and_a_shell_within_a_served_program_have_the_user_s_own_files() throws Exception {
    List<String> words = List.of("exec", "--server", "admin", "--");
    String file = home.resolve(".aws/config").toString();
    assertThat(within(words, "exec", "reader", "--", "printenv", "AWS_CONFIG_FILE"))
        .isEqualTo(file);
    assertThat(within(words, "env", "reader"))
        .contains("export AWS_CONFIG_FILE='" + file + "'")
        .contains(" KEYTURN_ORIGINAL_AWS_CONFIG_FILE");
  }

  @Test
  void a_shell_that_was_switched_is_in_the_session() throws Exception {
    String script =
        "eval \"$(%s)\" && %s".formatted(line("env", "admin"), line("whoami", "--query", "arn"));
    assertThat(shell(script, Map.of())).isEqualTo(ADMIN);
  }

  @Test
  void keys_that_somebody_has_set_in_it_since_are_used_as_aws_tools_use_them() throws Exception {
    String script =
        """
        eval "$(%s)"
        export AWS_ACCESS_KEY_ID=AKIAI44QH8DHBEXAMPLE AWS_SESSION_TOKEN=
        export AWS_SECRET_ACCESS_KEY=je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
        %s
        """
            .formatted(line("env", "admin"), line("whoami", "--query", "arn"));
    assertThat(shell(script, Map.of())).isEqualTo("arn:aws:iam::123456789012:user/alice");
  }

  @Test
  void the_session_of_keys_in_the_environment_is_not_taken_for_that_of_default() throws Exception {
    Map<String, String> keys =
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAI44QH8DHBEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");
    String script = "eval \"$(%s)\" && %s".formatted(line("env"), line("whoami", "--query", "arn"));
    assertThat(shell(script, keys)).isEqualTo("arn:aws:iam::123456789012:user/alice");
  }

  /** AWS tools run it for the profile whose setting it is: the keys of [default] are unknown. */
  @Test
  void credential_process_takes_nothing_from_it() {
    assertThatThrownBy(() -> within(List.of("exec", "admin", "--"), "credential-process"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("AKIAIOSFODNN7EXAMPLE");
  }

  private static String line(String... words) {
    return company.command(List.of(words)).stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" "));
  }

  private static String shell(String script, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.putAll(more);
    return Company.output(Company.start(List.of("/bin/sh", "-c", script), environment));
  }
}
