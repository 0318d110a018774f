package dev.keyturn.cli.serve;

import static dev.keyturn.cli.transcript.BuildOutput.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-\ on a real terminal, and the signal that it sends, with the packaged program. */
@EnabledOnOs(OS.LINUX)
class QuitIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private static Path folder;

  private static Company company;

  private static int panes;

  @BeforeAll
  static void start() throws Exception {
    company = Company.start(Files.createDirectory(folder.resolve("home")), 3600);
    company.login();
  }

  @AfterAll
  static void stop() {
    if (company != null) {
      company.close();
    }
  }

  private static Pane open() throws Exception {
    Pane.TMUX.require();
    Map<String, String> environment = company.environment();
    environment.put("PATH", IMAGE.resolve("bin") + ":/usr/bin:/bin");
    environment.put("PS1", "ready> ");
    panes++;
    List<String> shell = List.of("/usr/bin/bash", "--norc", "-i");
    return Pane.start(folder.resolve("pane" + panes), environment, shell).sees("ready>");
  }

  private static void endsBy131(Pane pane) throws Exception {
    pane.press("C-\\").enter("echo status $?").sees("status 131");
    assertThat(pane.shown()).doesNotContain("thread dump").contains("Quit");
  }

  @Test
  void serve_ends() throws Exception {
    try (Pane pane = open()) {
      pane.enter("keyturn serve alice").sees("export AWS_SDK_LOAD_CONFIG");
      endsBy131(pane);
    }
  }

  @Test
  void a_status_that_is_watched_ends() throws Exception {
    try (Pane pane = open()) {
      pane.enter("keyturn status --watch").seesSomewhere("IDENTITY");
      endsBy131(pane);
    }
  }

  @Test
  void a_command_that_waits_for_aws_ends() throws Exception {
    try (Pane pane = open();
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String endpoint = "http://127.0.0.1:" + silent.getLocalPort();
      pane.enter("AWS_ENDPOINT_URL_STS=" + endpoint + " keyturn whoami alice");
      pane.seesSomewhere("waiting for 127.0.0.1");
      endsBy131(pane);
    }
  }

  @Test
  void programs_of_several_profiles_end_with_keyturn() throws Exception {
    try (Pane pane = open()) {
      Path pid = folder.resolve("pid");
      String program = "trap : QUIT; echo $$ >" + pid + "; echo runs; sleep 99; sleep 98";
      pane.enter("keyturn exec --each alice -- sh -c '" + program + "'");
      pane.seesSomewhere("alice: runs");
      ProcessHandle shell =
          ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
      List<ProcessHandle> started = shell.descendants().toList();
      endsBy131(pane);
      assertThat(shell.onExit()).succeedsWithin(LONG);
      assertThat(started).allSatisfy(it -> assertThat(it.onExit()).succeedsWithin(LONG));
    }
  }

  @Test
  void under_server_the_program_gets_it_from_the_terminal_and_its_end_is_passed_on()
      throws Exception {
    try (Pane pane = open()) {
      pane.enter(
          "keyturn exec alice --server -- sh -c 'trap \"exit 42\" QUIT; echo runs; sleep 99'");
      pane.sees("runs").press("C-\\").enter("echo status $?").sees("status 42");
      pane.enter("clear; keyturn exec alice --server -- sh -c 'echo again; sleep 99'")
          .sees("again");
      endsBy131(pane);
    }
  }

  /** Not in a shell's background, which ignores QUIT, and so would the program. */
  @Test
  void without_a_terminal_each_one_is_forwarded_to_the_program_under_server() throws Exception {
    String script = "trap 'echo quit' QUIT; echo runs; while :; do sleep 0.05; done";
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid",
            BuildOutput.LAUNCHER.toString(),
            "exec",
            "alice",
            "--server",
            "--",
            "sh",
            "-c",
            script);
    builder.environment().clear();
    builder.environment().putAll(company.environment());
    builder.environment().put("PATH", "/usr/bin:/bin");
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("runs");
      for (int i = 0; i < 3; i++) {
        kill("QUIT", process);
        assertThat(lines.readLine()).isEqualTo("quit");
      }
      kill("TERM", process);
      assertThat(process.waitFor()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void kill(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start().waitFor();
  }
}
