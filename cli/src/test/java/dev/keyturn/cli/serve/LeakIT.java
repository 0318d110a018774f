package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No secret appears where other users can look: process arguments, logs, a shell's history. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LeakIT {

  private static final String KEYTURN = BuildOutput.LAUNCHER.toString();

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void log_in() throws Exception {
    company = Company.start(home, 3600);
    run(Map.of(), KEYTURN, "login", "admin", company.code());
  }

  @AfterEach
  void stop() {
    company.close();
  }

  private String run(Map<String, String> more, String... command) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.putAll(more);
    return Company.output(Company.start(List.of(command), environment));
  }

  private static String argumentsOfEveryProcess() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.toList()) {
        try {
          all.append(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
          // No process, or one that has ended.
        }
      }
    }
    return all.toString();
  }

  @Test
  void no_process_has_a_secret_among_its_arguments_while_programs_run() throws Exception {
    Process keys = Company.start(exec("exec", "admin", "--"), company.environment());
    Process served = Company.start(exec("exec", "--server", "admin", "--"), company.environment());
    Path log = home.resolve("requests");
    try (Endpoint endpoint = Endpoint.start(company, "admin", "--log", log.toString())) {
      assertThat(keys.inputReader().readLine()).isEqualTo("runs");
      assertThat(served.inputReader().readLine()).isEqualTo("runs");
      Company.output(Company.start(Sdk.AWS_CLI.command(company), endpoint.environment()));
      String token = endpoint.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
      assertThat(argumentsOfEveryProcess())
          .doesNotContain(company.sessionSecrets())
          .doesNotContain(token);
      assertThat(log).content().contains("\"status\":200").doesNotContain(company.sessionSecrets());
      assertThat(log).content().doesNotContain(token, "ASIA");
    } finally {
      keys.destroy();
      served.destroy();
    }
  }

  private static List<String> exec(String... words) {
    List<String> command = new ArrayList<>(List.of(KEYTURN));
    command.addAll(List.of(words));
    command.addAll(List.of("sh", "-c", "echo runs; exec sleep 60"));
    return command;
  }

  @Test
  void what_debug_traces_has_no_secret() throws Exception {
    List<String> secrets = company.sessionSecrets();
    for (String command : List.of("env", "credential-process", "whoami")) {
      String words = "'" + KEYTURN + "' " + command + " admin --debug 2>&1 >/dev/null";
      assertThat(run(Map.of(), "sh", "-c", words)).doesNotContain(secrets);
    }
  }

  @Test
  void the_history_of_a_shell_has_what_was_typed_and_no_secret() throws Exception {
    Path history = home.resolve("history");
    String typed =
        """
        set -o history
        eval "$('%s' shell init bash)"
        aws_env admin
        eval "$('%s' env admin)"
        history -w
        """
            .formatted(KEYTURN, KEYTURN);
    Path script = Files.writeString(home.resolve("typed"), typed);
    run(
        Map.of("HISTFILE", history.toString(), "HISTSIZE", "100"),
        "sh",
        "-c",
        "exec bash --norc -i <'" + script + "' >/dev/null 2>&1");
    assertThat(history)
        .content()
        .contains("aws_env admin")
        .doesNotContain(company.sessionSecrets());
  }
}
