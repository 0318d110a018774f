package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keyturn exec --server}: an endpoint for one program. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ServedProgramTest {

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void start() throws Exception {
    company = Company.start(home, 3600);
  }

  @AfterEach
  void stop() {
    company.close();
  }

  private Process exec(Map<String, String> more, String... program) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.putAll(more);
    List<String> words = new ArrayList<>(List.of("exec", "--server", "reader", "--"));
    words.addAll(List.of(program));
    return Company.start(company.command(words), environment);
  }

  @Test
  void the_program_sees_the_endpoint_and_no_keys() throws Exception {
    String environment =
        Company.output(
            exec(Map.of("KEYTURN_MFA_CODE", "123456", "KEYTURN_PROFILE_CHAIN", "YQ"), "env"));
    assertThat(environment)
        .contains(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN=keyturn-",
            "AWS_CONFIG_FILE=",
            "AWS_REGION=eu-west-1",
            "KEYTURN_PROFILE=reader")
        .doesNotContain(
            "AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "KEYTURN_MFA_CODE", "KEYTURN_PROFILE_CHAIN");
  }

  @Test
  void its_token_opens_its_own_profile_only() throws Exception {
    String ask =
        "curl -s -H \"Authorization: $AWS_CONTAINER_AUTHORIZATION_TOKEN\""
            + " ${AWS_CONTAINER_CREDENTIALS_FULL_URI}profile/alice";
    assertThat(Company.output(exec(Map.of(), "sh", "-c", ask)))
        .contains("\"code\":\"Forbidden\"", "this token is valid for profile 'reader' only");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 42, 255})
  void its_exit_status_is_passed_on(int status) throws Exception {
    Process process = exec(Map.of(), "sh", "-c", "exit " + status);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUP", "INT", "TERM", "USR1", "USR2", "ALRM", "CONT"})
  void a_signal_to_keyturn_reaches_the_program(String signal) throws Exception {
    String program =
        "trap 'echo got it; exit 7' %s; echo ready; while :; do sleep 0.1; done".formatted(signal);
    Process process = exec(Map.of(), "sh", "-c", program);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("ready");
      String keyturn = Long.toString(process.pid());
      new ProcessBuilder("kill", "-s", signal, keyturn).start().waitFor();
      assertThat(out.readLine()).isEqualTo("got it");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(7);
    }
  }

  @Test
  void what_would_end_keyturn_ends_the_program_in_its_own_way_and_files_go() throws Exception {
    String program =
        """
        trap 'echo got TERM; exit 7' TERM
        echo $AWS_CONFIG_FILE
        while :; do sleep 0.1; done
        """;
    Process process = exec(Map.of(), "sh", "-c", program);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      Path config = Path.of(out.readLine());
      assertThat(config).exists();
      // Process.destroy would close the streams as well.
      process.toHandle().destroy();
      assertThat(out.readLine()).isEqualTo("got TERM");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(7);
      assertThat(config).doesNotExist();
    }
  }
}
