package dev.keyturn.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.image.Program.Outcome;
import dev.keyturn.cli.transcript.BuildOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code exec --each} of the image that this build made, with real programs. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 90, threadMode = ThreadMode.SEPARATE_THREAD)
class ExecEachIT {

  private static final Path LAUNCHER = BuildOutput.LAUNCHER;
  private static final List<String> PROFILES = List.of("dev", "staging", "prod");

  @TempDir private Path home;

  @BeforeEach
  void a_session_of_each() throws IOException {
    StringBuilder credentials = new StringBuilder();
    for (String profile : PROFILES) {
      credentials.append(
          """
          [%1$s-long-term]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_mfa_device = arn:aws:iam::123456789012:mfa/alice
          [%1$s]
          aws_access_key_id = ASIAIOSFODNN7EXAMPLE
          aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
          aws_session_token = token-of-%1$s
          expiration = 2099-01-01 00:00:00
          """
              .formatted(profile));
    }
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/credentials"), credentials);
  }

  private Outcome each(String profiles, String parallel, String script) {
    return run("exec", "--each", profiles, "--parallel", parallel, "--", "sh", "-c", script);
  }

  private Outcome run(String... words) {
    return Program.of(LAUNCHER, words)
        .with("HOME", home.toString())
        .with("FOLDER", home.toString())
        .run();
  }

  @Test
  void each_line_of_both_streams_is_whole_and_prefixed_with_its_profile() {
    String script =
        """
        i=0
        while [ $i -lt 300 ]; do
          i=$((i+1)); echo "out $i $AWS_SESSION_TOKEN"; echo "err $i" >&2
        done
        """;
    Outcome outcome = each("dev,staging,prod", "3", script);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out().lines()).containsExactlyInAnyOrderElementsOf(lines("out", true));
    assertThat(outcome.err().lines()).containsExactlyInAnyOrderElementsOf(lines("err", false));
  }

  private static List<String> lines(String stream, boolean token) {
    List<String> lines = new ArrayList<>();
    for (String profile : PROFILES) {
      for (int i = 1; i <= 300; i++) {
        lines.add(profile + ": " + stream + " " + i + (token ? " token-of-" + profile : ""));
      }
    }
    return lines;
  }

  @Test
  void as_many_as_wanted_run_beside_each_other() {
    String meet =
        """
        cd "$FOLDER"; touch "$KEYTURN_PROFILE"; n=0
        until [ -f dev ] && [ -f prod ]; do n=$((n+1)); [ $n -lt 200 ] || exit 9; sleep 0.1; done
        """;
    assertThat(each("dev,prod", "2", meet).exit()).isZero();
  }

  @Test
  void and_no_more_than_that() {
    String alone = "mkdir \"$FOLDER/alone\" || exit 9; sleep 0.2; rmdir \"$FOLDER/alone\"";
    assertThat(each("dev,staging,prod", "1", alone).exit()).isZero();
  }

  @Test
  void the_worst_status_counts_and_stops_nobody() {
    String script = "echo here; case $KEYTURN_PROFILE in staging) exit 42;; dev) exit 7;; esac";
    Outcome outcome = each("dev,staging,prod", "1", script);
    assertThat(outcome.exit()).isEqualTo(42);
    assertThat(outcome.out()).isEqualTo("dev: here\nstaging: here\nprod: here\n");
  }

  @Test
  void a_program_that_ends_by_a_signal_or_finds_nothing_to_run_is_reported_as_in_a_shell() {
    assertThat(each("dev,prod", "2", "no-such-program 2>&-").exit()).isEqualTo(127);
    assertThat(each("dev", "2", "kill -TERM $$").exit()).isEqualTo(143);
  }

  @Test
  void a_missing_profile_exits_with_3_and_stops_no_other_run() {
    Outcome outcome = each("nobody,dev", "2", "echo here");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.out()).isEqualTo("dev: here\n");
    assertThat(outcome.err())
        .startsWith("keyturn: profile 'nobody':\nkeyturn: there is no profile 'nobody'");
  }

  @Test
  void what_cannot_be_run_at_all_is_reported_once() {
    Outcome outcome = run("exec", "--each", "dev,prod", "--", "no-such-program");
    assertThat(outcome.exit()).isEqualTo(127);
    assertThat(outcome.err()).containsOnlyOnce("not found");
  }

  @Test
  void misuse_is_2() {
    assertThat(run("exec", "--each", "dev", "--server", "--", "true").exit()).isEqualTo(2);
    assertThat(each("dev", "0", "true").exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  @EnabledOnOs(OS.LINUX)
  void a_signal_ends_all_that_run_and_begins_none_of_those_that_wait(String signal, int status)
      throws Exception {
    String script = "echo $$ >> \"$FOLDER/started\"; sleep 98.76; true";
    String words = "exec --each dev,staging,prod --parallel 2 -- sh -c";
    // A shell in the background ignores the one of Ctrl-C, and so would its children.
    Process keyturn = start(List.of("env", "--default-signal=INT"), words, script);
    List<ProcessHandle> children = List.of();
    try {
      awaitTwo(home.resolve("started"));
      children = keyturn.descendants().toList();
      assertThat(endedBy(signal, keyturn)).isEqualTo(status);
      for (ProcessHandle child : children) {
        child.onExit().get(60, TimeUnit.SECONDS);
      }
      assertThat(Files.readAllLines(home.resolve("started"))).hasSize(2);
    } finally {
      children.forEach(ProcessHandle::destroyForcibly);
      keyturn.destroyForcibly();
    }
  }

  /** Not that of the programs, which end by TERM while Keyturn is ending. */
  @ParameterizedTest
  @CsvSource({"HUP, 129", "INT, 130", "QUIT, 131"})
  @EnabledOnOs(OS.LINUX)
  void the_signal_decides_the_exit_status(String signal, int status) throws Exception {
    String started = "for i in $(seq 100); do sleep 98.76 >/dev/null 2>&1 & done";
    Process keyturn =
        start(
            List.of("env", "--default-signal=INT", "--default-signal=QUIT"),
            "exec --each dev -- sh -c",
            started + "; echo begun; wait");
    try (BufferedReader lines = keyturn.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("dev: begun");
      assertThat(endedBy(signal, keyturn)).isEqualTo(status);
    } finally {
      keyturn.destroyForcibly();
    }
  }

  private Process start(List<String> runner, String words, String script) throws IOException {
    List<String> command = new ArrayList<>(runner);
    command.add(LAUNCHER.toString());
    command.addAll(List.of(words.split(" ", -1)));
    command.add(script);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("FOLDER", home.toString());
    return builder.start();
  }

  private static int endedBy(String signal, Process keyturn) throws Exception {
    new ProcessBuilder("kill", "-s", signal, Long.toString(keyturn.pid())).start().waitFor();
    assertThat(keyturn.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return keyturn.exitValue();
  }

  private static void awaitTwo(Path lines) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!Files.exists(lines) || Files.readAllLines(lines).size() < 2) {
      assertThat(Instant.now()).as("time for two to start").isBefore(end);
      Thread.sleep(20);
    }
  }
}
