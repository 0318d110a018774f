package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The system shows no secret of Keyturn's processes and of the programs that they start. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SecretsOfProcessesTest {

  private static final String LONG_TERM = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void a_program_that_gives_the_code_when_it_may() throws IOException {
    company = Company.start(home, 3600);
    Path program =
        Files.writeString(
            home.resolve("code-program"),
            "until [ -s '%1$s/code' ]; do sleep 0.1; done; cat '%1$s/code'\n".formatted(home));
    Path config = home.resolve(".aws/config");
    String line = "[profile alice]\nmfa_process = sh " + program + "\n";
    Files.writeString(config, Files.readString(config).replace("[profile alice]\n", line));
  }

  @AfterEach
  void stop() {
    company.close();
  }

  /** The arguments and the environment of a process; nothing for one that ended. */
  private static String shown(ProcessHandle process) {
    StringBuilder all = new StringBuilder();
    for (String file : List.of("cmdline", "environ")) {
      try {
        Path path = Path.of("/proc", Long.toString(process.pid()), file);
        all.append(Files.readString(path, StandardCharsets.ISO_8859_1)).append('\n');
      } catch (IOException e) {
        // It has ended, or is another user's.
      }
    }
    return all.toString();
  }

  private static String shown(Stream<ProcessHandle> processes) {
    StringBuilder all = new StringBuilder();
    processes.forEach(process -> all.append(shown(process)));
    return all.toString();
  }

  @Test
  void neither_while_somebody_logs_in_nor_while_credentials_are_served() throws Exception {
    Process login = company.keyturn("login", "alice");
    String whileItWaits = "";
    while (!whileItWaits.contains("code-program")) {
      Thread.sleep(50);
      whileItWaits = shown(Stream.concat(Stream.of(login.toHandle()), login.descendants()));
      assertThat(login.isAlive()).isTrue();
    }
    assertThat(whileItWaits).contains("HOME=").doesNotContain(LONG_TERM);

    String code = company.code();
    Files.writeString(home.resolve("code"), code + "\n");
    String said = new String(login.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(Company.output(login) + said).contains("alice").doesNotContain(LONG_TERM, code);
    List<String> secrets = company.sessionSecrets();
    assertThat(said).doesNotContain(secrets);

    try (Endpoint endpoint = Endpoint.start(company, "alice")) {
      String token = endpoint.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
      assertThat(shown(ProcessHandle.allProcesses()))
          .contains("serve")
          .doesNotContain(secrets)
          .doesNotContain(token);
    }
  }
}
