package dev.keyturn.cli.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SupervisedProgramsTest {

  @TempDir private Path folder;

  private final SupervisedPrograms programs =
      new SupervisedPrograms(
          Map.of("PATH", "/usr/bin:/bin", "OLD", "1"),
          false,
          new OperatingSystemSignals(),
          CoreFileLimit.OF_THIS_PROCESS);

  private static EnvironmentChange change() {
    return new EnvironmentChange(new LinkedHashMap<>(Map.of("NEW", "a'b")), List.of("OLD"));
  }

  private Failure refusal(String program) {
    return catchThrowableOfType(FailureException.class, () -> programs.require(program)).failure();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 126, 255})
  void the_exit_code_of_the_program_is_passed_on(int code) {
    assertThat(programs.run(List.of("sh", "-c", "exit " + code), change())).isEqualTo(code);
  }

  @Test
  void a_signal_that_ended_it_is_reported_as_a_shell_does() {
    assertThat(programs.run(List.of("sh", "-c", "kill -TERM $$"), change())).isEqualTo(143);
  }

  @Test
  void it_runs_in_the_changed_environment() {
    String test = "test \"$NEW\" = \"a'b\" && test -z \"${OLD+set}\"";
    assertThat(programs.run(List.of("sh", "-c", test), change())).isZero();
  }

  @Test
  void a_missing_program_is_reported_before_anything_is_done() {
    assertThat(refusal("no-such-program"))
        .isEqualTo(new Failure.NoProgram("no-such-program", false));
  }

  @Test
  void a_file_that_is_not_executable_is_reported() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThat(refusal(file.toString())).isEqualTo(new Failure.NoProgram(file.toString(), true));
    assertThat(refusal(folder.toString()))
        .isEqualTo(new Failure.NoProgram(folder.toString(), true));
  }
}
