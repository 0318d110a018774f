package dev.keyturn.cli.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SupervisedProgramsTest {

  @TempDir private Path folder;

  private final List<String> watched = new ArrayList<>();

  private final SupervisedPrograms programs =
      new SupervisedPrograms(
          Map.of("PATH", "/usr/bin:/bin", "OLD", "1"),
          () -> false,
          new NotSent(watched),
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

  /** Else the signal that ended the program could end Keyturn too, with another status. */
  @Test
  void a_signal_that_comes_after_its_end_has_no_effect() {
    assertThat(programs.run(List.of("true"), change())).isZero();
    assertThat(watched).containsExactly("begun");
  }

  @Test
  void signals_have_their_usual_effect_if_it_cannot_be_started() throws IOException {
    Path script = Files.writeString(folder.resolve("script"), "#!/not/there\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    assertThatThrownBy(() -> programs.run(List.of(script.toString()), change()))
        .isInstanceOf(FailureException.class);
    assertThat(watched).containsExactly("begun", "closed");
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

  /** The exit status of the program that receives {@code sent}: the number of the signal. */
  private int endOf(boolean terminalSends, String... sent) {
    Path ready = folder.resolve("ready");
    Signals signals = new SentOnce(ready, List.of(sent));
    SupervisedPrograms supervised =
        new SupervisedPrograms(
            Map.of("PATH", "/usr/bin:/bin"),
            () -> terminalSends,
            signals,
            CoreFileLimit.OF_THIS_PROCESS);
    String program =
        "trap 'exit 2' INT; trap 'exit 15' TERM; : >'" + ready + "'; while :; do sleep 0.1; done";
    EnvironmentChange nothing = new EnvironmentChange(new LinkedHashMap<>(), List.of());
    return supervised.run(List.of("sh", "-c", program), nothing);
  }

  @Test
  void an_interrupt_is_forwarded_to_a_program_that_no_terminal_sends_it_to() {
    assertThat(endOf(false, "INT")).isEqualTo(2);
  }

  @Test
  void an_interrupt_that_the_terminal_sends_to_the_program_too_is_not_sent_twice() {
    assertThat(endOf(true, "INT", "TERM")).isEqualTo(15);
  }

  /** Sends none, and records the watch. */
  private record NotSent(List<String> watched) implements Signals {
    @Override
    public Watch watch(List<String> names, Consumer<String> action) {
      watched.add("begun");
      return () -> watched.add("closed");
    }

    @Override
    public Watch atEnd(Runnable action) {
      return () -> {};
    }
  }

  /** Sends signals as soon as a file exists. */
  private record SentOnce(Path ready, List<String> sent) implements Signals {
    @Override
    public Watch watch(List<String> names, Consumer<String> action) {
      Thread.ofPlatform().daemon().start(() -> send(action));
      return () -> {};
    }

    private void send(Consumer<String> action) {
      while (!Files.exists(ready)) {
        LockSupport.parkNanos(10_000_000);
      }
      sent.forEach(action);
    }

    @Override
    public Watch atEnd(Runnable action) {
      return () -> {};
    }
  }
}
