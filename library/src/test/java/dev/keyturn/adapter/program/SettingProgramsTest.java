package dev.keyturn.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.SettingProgram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SettingProgramsTest {

  private static String run(String command, Duration longest) {
    return new SettingPrograms(
            Map.of("PATH", "/usr/bin:/bin", "MARK", "inherited"), List.of("/config"), longest)
        .of(new SettingProgram("dev", "mfa_process", command), Map.of("MORE", "given"));
  }

  @Test
  void what_it_writes_is_taken() {
    assertThat(run("sh -c 'echo 123456'", Duration.ofSeconds(20))).isEqualTo("123456\n");
  }

  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {"sleep 100", "sh -c 'sleep 100; echo 123456'", "sh -c 'exec >&-; sleep 100'"})
  void no_descendant_makes_it_last_longer_than_its_limit(String command) {
    assertThatThrownBy(() -> run(command, Duration.ofSeconds(1)))
        .hasMessageContaining("mfa_process of profile 'dev' did not end within 1 s");
  }

  /** Java gives what was written when the program ends, or waits for the pipe's last holder. */
  @Test
  @Timeout(30)
  void what_a_program_started_does_not_make_it_last_longer() {
    String written;
    try {
      written = run("sh -c 'sleep 31 & echo 123456'", Duration.ofSeconds(1));
    } catch (FailureException e) {
      assertThat(e).hasMessageContaining("did not end within 1 s");
      return;
    }
    assertThat(written).isEqualTo("123456\n");
  }

  @Test
  void what_hangs_is_ended_with_what_it_started() {
    String mark = "97.531";
    assertThatThrownBy(() -> run("sh -c 'sleep " + mark + "; true'", Duration.ofSeconds(1)))
        .isNotNull();
    // A killed process may still end.
    ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().commandLine().orElse("").contains(mark))
        .forEach(it -> assertThat(it.onExit()).succeedsWithin(Duration.ofSeconds(50)));
  }

  @Test
  void one_that_ctrl_c_ended_is_an_interruption_and_no_failure_of_its_own() {
    assertThatThrownBy(() -> run("sh -c 'kill -INT $$'", Duration.ofSeconds(20)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.Interrupted()));
  }

  @Test
  void it_inherits_the_environment_and_what_is_added() {
    assertThat(run("sh -c 'echo $MARK $MORE'", Duration.ofSeconds(20)))
        .isEqualTo("inherited given\n");
  }

  @Test
  void it_does_not_inherit_the_mfa_code() {
    Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "KEYTURN_MFA_CODE", "123456");
    SettingPrograms programs = new SettingPrograms(environment, List.of("/config"));
    SettingProgram program =
        new SettingProgram("dev", "mfa_process", "sh -c 'echo code=$KEYTURN_MFA_CODE'");
    assertThat(programs.of(program, Map.of())).isEqualTo("code=\n");
    assertThat(programs.inShell(program).get(2)).startsWith("unset KEYTURN_MFA_CODE; ");
  }

  private static SettingPrograms within(String chain, String... files) {
    return new SettingPrograms(Map.of("KEYTURN_PROFILE_CHAIN", chain), List.of(files));
  }

  @Test
  void it_knows_whose_credentials_it_is_run_for_in_which_files() {
    String chain = run("sh -c 'echo $KEYTURN_PROFILE_CHAIN'", Duration.ofSeconds(20)).strip();
    assertThatThrownBy(() -> within(chain, "/config").checkNotWithin("dev"))
        .hasMessageContaining("dev -> dev");
    within(chain, "/config").checkNotWithin("prod");
    within(chain, "/other").checkNotWithin("dev");
    within(chain, "/config", "/other").checkNotWithin("dev");
  }

  @Test
  void separators_in_names_and_paths_are_escaped() {
    SettingPrograms programs =
        new SettingPrograms(Map.of("PATH", "/usr/bin:/bin"), List.of("/a,b", "/c"));
    String chain =
        programs
            .of(
                new SettingProgram("x,y", "mfa_process", "printenv KEYTURN_PROFILE_CHAIN"),
                Map.of())
            .strip();
    within(chain, "b", "/c").checkNotWithin("x,y");
    within(chain, "/a,b", "/c").checkNotWithin("x");
    within(chain, "/a,b", "/c").checkNotWithin("y");
    assertThatThrownBy(() -> within(chain, "/a,b", "/c").checkNotWithin("x,y")).isNotNull();
  }

  @Test
  void the_program_is_not_run_in_a_shell() {
    assertThat(run("echo $MARK ~ *", Duration.ofSeconds(20))).isEqualTo("$MARK ~ *\n");
  }

  @Test
  void it_has_no_standard_input_to_wait_for() {
    assertThat(run("cat", Duration.ofSeconds(20))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | ended with exit status 1",
        "/nothing/here | cannot be run",
        "echo 'open | cannot be split into words: a quote is not closed"
      })
  void a_failure_says_what_and_names_a_command_that_shows_the_setting(
      String command, String message) {
    assertThatThrownBy(() -> run(command, Duration.ofSeconds(20)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().message())
                  .isEqualTo("mfa_process of profile 'dev' " + message);
              assertThat(e.failure().hint())
                  .isEqualTo("see the command: keyturn config get profile.dev.mfa_process");
            });
  }
}
