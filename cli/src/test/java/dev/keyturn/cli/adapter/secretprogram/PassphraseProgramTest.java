package dev.keyturn.cli.adapter.secretprogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program that prints a passphrase, and what it must not do to Keyturn. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class PassphraseProgramTest {

  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(50);

  @TempDir Path folder;

  private final List<String> terminal = new ArrayList<>();

  private PassphraseProgram program(String command, Duration longest) {
    return new PassphraseProgram(
        Map.of("PATH", "/usr/bin:/bin", "KEYTURN_STORE_PASSPHRASE_COMMAND", command),
        () -> {
          terminal.add("kept");
          return () -> terminal.add("restored");
        },
        longest);
  }

  private Failure failure(String command, Duration longest) {
    PassphraseProgram program = program(command, longest);
    return catchThrowableOfType(
            FailureException.class, () -> assertThat(program.apply("encrypted-file")).isNull())
        .failure();
  }

  @Test
  void the_first_line_is_the_passphrase_of_the_place() {
    assertThat(program("echo \"of $KEYTURN_STORE_PLACE\"; echo more", LONG).apply("pass"))
        .contains(Secret.of("of pass"));
  }

  @Test
  void the_mode_of_the_terminal_is_kept_while_a_program_runs_and_not_looked_at_without_one() {
    assertThat(program(" ", LONG).apply("pass")).isEmpty();
    assertThat(terminal).isEmpty();

    assertThat(failure("false", LONG)).isNotNull();
    assertThat(terminal).containsExactly("kept", "restored");
  }

  @Test
  void one_that_never_ends_is_ended_with_what_it_started() throws Exception {
    Path pid = folder.resolve("pid");
    Failure failure = failure("sh -c 'echo $$ >" + pid + "; exec sleep 9999'; true", SHORT);

    assertThat(failure.message())
        .isEqualTo(
            "cannot use the program in KEYTURN_STORE_PASSPHRASE_COMMAND:"
                + " it did not end within 1 s");
    assertThat(failure.hint()).isEqualTo("sh -c \"$KEYTURN_STORE_PASSPHRASE_COMMAND\"");
    // A busy computer may not have started it at all.
    String started = Files.exists(pid) ? Files.readString(pid).strip() : "";
    Optional<ProcessHandle> sleep =
        started.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(started));
    if (sleep.isPresent()) {
      assertThat(sleep.get().onExit()).succeedsWithin(LONG);
    }
  }

  @Test
  void one_that_ctrl_c_ended_is_an_interruption_and_no_failure_of_its_own() {
    assertThat(failure("kill -INT $$", LONG)).isEqualTo(new Failure.Interrupted());
  }

  @Test
  void one_that_prints_without_end_is_ended_at_once() {
    assertThat(failure("yes password", LONG).message())
        .endsWith("it printed more than 64 KiB")
        .doesNotContain("password");
    assertThat(failure("yes | tr -d '\\n'", LONG).message()).endsWith("more than 64 KiB");
  }

  @Test
  void what_it_complains_of_without_end_takes_no_memory() {
    assertThat(failure("yes | tr -d '\\n' >&2", SHORT).message())
        .endsWith("it did not end within 1 s");
  }

  @Test
  void what_it_complains_of_is_shown_when_it_fails() {
    assertThat(failure("echo 'no such credential' >&2; false", LONG).message())
        .endsWith("KEYTURN_STORE_PASSPHRASE_COMMAND: no such credential");
  }
}
