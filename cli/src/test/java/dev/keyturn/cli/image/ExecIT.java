package dev.keyturn.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.image.Program.Outcome;
import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code exec} and {@code env} of the image that this build made. */
@DisabledOnOs(OS.WINDOWS)
class ExecIT {

  private static final Path LAUNCHER = BuildOutput.LAUNCHER;
  private static final String SECRET = "wJalr'XUtnFEMI$(id)K7MDENG/bPxRfiCYEXAMPLEKEY";

  @TempDir private Path home;

  @BeforeEach
  void a_session_of_dev() throws IOException {
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [dev-long-term]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_mfa_device = arn:aws:iam::123456789012:mfa/alice

        [dev]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = %s
        aws_session_token = token
        expiration = 2099-01-01 00:00:00
        """
            .formatted(SECRET));
  }

  private Program keyturn(String... words) {
    return Program.of(LAUNCHER, words).with("HOME", home.toString());
  }

  @Test
  void the_program_gets_the_session_its_input_and_its_words() {
    String script = "read line; echo \"$1 $line $AWS_SECRET_ACCESS_KEY ${LC_ALL-none}\"; exit 42";
    Program program = keyturn("exec", "dev", "--", "sh", "-c", script, "sh", "a  b");
    assertThat(program.reading("typed\n").run())
        .isEqualTo(new Outcome(42, "a  b typed " + SECRET + " none\n", ""));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void no_java_process_remains_and_no_argument_is_secret() {
    String script = "readlink /proc/$PPID/exe; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '";
    Outcome outcome = keyturn("exec", "dev", "--", "sh", "-c", script).run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).doesNotContain("K7MDENG/bPxRfiCYEXAMPLEKEY", "exec dev");
    assertThat(outcome.out().lines().findFirst().orElseThrow())
        .isEqualTo(ProcessHandle.current().info().command().orElseThrow());
  }

  @Test
  void a_program_that_is_missing_is_127_and_one_that_cannot_be_run_126() {
    assertThat(keyturn("exec", "dev", "--", "no-such-program").run())
        .isEqualTo(
            new Outcome(
                127,
                "",
                """
                keyturn: cannot run 'no-such-program': not found
                hint: check its name and the PATH
                """));
    assertThat(keyturn("exec", "dev", "--", home.toString()).run().exit()).isEqualTo(126);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "--help",
        "status",
        "env dev",
        "credential-process dev",
        "env --help",
        "shell init bash"
      })
  void a_standard_output_that_is_closed_is_a_reader_that_went_away(String words) {
    String script = "'" + LAUNCHER + "' " + words + " >&-";
    Outcome outcome =
        Program.of(Path.of("/bin/sh"), "-c", script).with("HOME", home.toString()).run();
    assertThat(outcome).isEqualTo(new Outcome(141, "", ""));
  }

  @Test
  void a_standard_output_that_is_closed_is_closed_for_the_program_too() {
    String script = "{ true 3>&1; } 2>/dev/null || echo closed >&2";
    Outcome outcome = inShell("'" + LAUNCHER + "' exec dev -- sh -c '" + script + "' >&-");
    assertThat(outcome).isEqualTo(new Outcome(0, "", "closed\n"));
  }

  @Test
  void a_function_that_the_caller_exports_takes_no_output_away() {
    String script = "true() { false; }; export -f true; '" + LAUNCHER + "' exec dev -- echo done";
    Outcome outcome =
        Program.of(Path.of("/bin/bash"), "-c", script).with("HOME", home.toString()).run();
    assertThat(outcome).isEqualTo(new Outcome(0, "done\n", ""));
  }

  @Test
  void no_variable_of_the_caller_says_where_the_session_is_written() {
    Path elsewhere = home.resolve("elsewhere");
    Outcome outcome =
        keyturn("exec", "dev", "--", "printenv", "AWS_SESSION_TOKEN")
            .with("keyturn_launcher", elsewhere.toString())
            .run();
    assertThat(outcome).isEqualTo(new Outcome(0, "token\n", ""));
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void it_answers_in_a_folder_that_is_gone() throws IOException {
    Path gone = Files.createDirectory(home.resolve("gone"));
    String inGone = "cd '" + gone + "' && rmdir '" + gone + "' && '" + LAUNCHER + "' ";
    Outcome outcome = inShell(inGone + "exec dev -- printenv AWS_SESSION_TOKEN");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEqualTo("token\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"credential-process dev", "status", "exec dev -- true", "sandbox"})
  void a_java_that_cannot_start_prints_nothing_on_standard_output(String words) {
    Outcome outcome = inShell("ulimit -v 300000; '" + LAUNCHER + "' " + words);
    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("Could not reserve enough space");
  }

  private Outcome inShell(String script) {
    return Program.of(Path.of("/bin/sh"), "-c", script).with("HOME", home.toString()).run();
  }

  @Test
  void help_is_printed_and_not_run() {
    Outcome outcome = keyturn("exec", "--help").run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).startsWith("keyturn exec: ").contains("Exit codes:");
  }

  @Test
  void env_is_evaluated_by_the_shell_of_posix() {
    String script =
        "eval \"$('" + LAUNCHER + "' env dev --format sh)\"; printenv AWS_SECRET_ACCESS_KEY";
    Outcome outcome =
        Program.of(Path.of("/bin/sh"), "-c", script).with("HOME", home.toString()).run();
    assertThat(outcome).isEqualTo(new Outcome(0, SECRET + "\n", ""));
  }

  @Test
  void the_hook_switches_a_shell() {
    String script =
        "eval \"$('" + LAUNCHER + "' shell init bash)\"; aws_env dev; echo $AWS_ACCESS_KEY_ID";
    Outcome outcome =
        Program.of(Path.of("/bin/bash"), "-c", script).with("HOME", home.toString()).run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).matches("dev: a session for [0-9]+h [0-9]+m\nASIAIOSFODNN7EXAMPLE\n");
  }
}
