package dev.keyturn.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SettingProgramTest {

  private static SettingProgram program(String command, Duration longest) {
    return new SettingProgram("dev", "mfa_process", command, longest);
  }

  private static String run(String command, Duration longest) {
    return program(command, longest).run(Map.of("PATH", "/usr/bin:/bin"));
  }

  @Test
  void what_it_writes_is_taken() {
    assertThat(run("sh -c 'echo 123456'", Duration.ofSeconds(20))).isEqualTo("123456\n");
  }

  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {
        "sleep 100",
        "sh -c 'sleep 100; echo 123456'",
        "sh -c 'sleep 31 & echo 123456'",
        "sh -c 'exec >&-; sleep 100'"
      })
  void no_descendant_makes_it_last_longer_than_its_limit(String command) {
    assertThatThrownBy(() -> run(command, Duration.ofSeconds(1)))
        .hasMessageContaining("mfa_process of profile 'dev' did not end within 1 s");
  }

  @Test
  void what_hangs_is_ended_with_what_it_started() {
    String mark = "97.531";
    assertThatThrownBy(() -> run("sh -c 'sleep " + mark + "; true'", Duration.ofSeconds(1)))
        .isNotNull();
    assertThat(ProcessHandle.current().descendants().map(it -> it.info().commandLine().orElse("")))
        .noneMatch(line -> line.contains(mark));
  }

  @Test
  void a_failure_names_a_command_that_shows_the_setting() {
    assertThat(program("false", Duration.ofSeconds(20)).failure("x").hint())
        .isEqualTo("see the command: keyturn config get profile.dev.mfa_process");
  }
}
