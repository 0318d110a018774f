package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real processes without a session, the installed program and Java programs on the library: by the
 * log of a local AWS, all of them together ask one code, and make one call for each session.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OneCodeIT {

  @SuppressWarnings("NullAway.Init")
  private PromptedHome home;

  @BeforeEach
  void a_home() throws IOException {
    home = new PromptedHome("one-code");
  }

  @AfterEach
  void stop() {
    home.close();
  }

  enum First {
    COMMAND_LINE,
    JAVA,
    BOTH
  }

  enum Codes {
    OF_THE_PROFILE,
    OF_A_CALLBACK
  }

  @ParameterizedTest
  @CsvSource({
    "COMMAND_LINE, OF_THE_PROFILE",
    "JAVA, OF_THE_PROFILE",
    "JAVA, OF_A_CALLBACK",
    "BOTH, OF_THE_PROFILE",
    "BOTH, OF_A_CALLBACK",
  })
  void the_command_line_and_a_java_program_ask_one_code_between_them(First first, Codes codes)
      throws Exception {
    Process one = first == First.JAVA ? java(codes) : credentialProcess("admin");
    if (first != First.BOTH) {
      home.awaitPrompts(1);
    }
    Process other = first == First.JAVA ? credentialProcess("admin") : java(codes);
    home.awaitPrompts(1);
    PromptedHome.awaitAtLock(List.of(one, other));
    home.answer(0);
    assertThat(keys(List.of(one, other))).as("both have the same session").hasSize(1);
    assertThat(home.asked()).hasSize(1);
    assertThat(home.calls()).containsEntry("GetSessionToken", 1).containsEntry("AssumeRole", 1);
  }

  private Process java(Codes codes) throws IOException {
    return codes == Codes.OF_THE_PROFILE
        ? home.java("admin", "0", "1")
        : home.java("admin", "0", "1", home.prompt().toString());
  }

  @Test
  void twenty_at_once_ask_one_code_and_make_one_call_for_each_role() throws Exception {
    List<Process> all = credentialProcesses(20, "admin", "readonly");
    home.awaitPrompts(1);
    home.answer(0);
    assertThat(keys(all)).hasSize(2);
    assertThat(home.asked()).hasSize(1);
    assertThat(home.calls()).containsEntry("GetSessionToken", 1).containsEntry("AssumeRole", 2);
  }

  @Test
  void one_that_is_killed_at_its_prompt_leaves_it_to_the_next() throws Exception {
    List<Process> all = credentialProcesses(5, "admin");
    home.awaitPrompts(1);
    long winner = Long.parseLong(home.asked().get(0));
    ProcessHandle.of(winner).orElseThrow().destroyForcibly();
    home.awaitPrompts(2);
    home.answer(0);
    all.removeIf(process -> process.pid() == winner);
    assertThat(all).hasSize(4);
    assertThat(keys(all)).hasSize(1);
    assertThat(home.calls()).containsEntry("GetSessionToken", 1).containsEntry("AssumeRole", 1);
  }

  @Test
  void a_wrong_code_is_sent_once_and_fails_everyone_waiting_for_it() throws Exception {
    List<Process> all = credentialProcesses(5, "admin");
    home.awaitPrompts(1);
    PromptedHome.awaitAtLock(all);
    home.answer(5);
    for (Process one : all) {
      assertThat(ending(one)).startsWith("4 keyturn: AWS did not accept the code");
    }
    assertThat(home.asked()).hasSize(1);
    assertThat(home.calls()).containsEntry("GetSessionToken", 1).doesNotContainKey("AssumeRole");
  }

  @Test
  void of_two_that_are_given_the_same_code_at_once_one_sends_it() throws Exception {
    String code = home.code();
    Process one = home.keyturn("login", "admin", "--force", "--code", code);
    Process other = home.keyturn("login", "readonly", "--force", "--code", code);
    assertThat(List.of(ending(one), ending(other)))
        .anyMatch(ending -> ending.startsWith("0 "))
        .anyMatch(ending -> ending.startsWith("4 keyturn: this code was already used"));
    assertThat(home.calls()).containsEntry("GetSessionToken", 1).containsEntry("AssumeRole", 1);
  }

  private Process credentialProcess(String profile) throws IOException {
    return home.keyturn("credential-process", profile);
  }

  private List<Process> credentialProcesses(int number, String... profiles) throws IOException {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(credentialProcess(profiles[i % profiles.length]));
    }
    return all;
  }

  private static Set<String> keys(List<Process> processes)
      throws IOException, InterruptedException {
    Set<String> keys = new HashSet<>();
    for (Process process : processes) {
      keys.add(PromptedHome.key(PromptedHome.output(process)));
    }
    return keys;
  }

  /** The status and the first line on standard error, after that of one that waited for long. */
  private static String ending(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue()
        + " "
        + process
            .errorReader()
            .lines()
            .filter(line -> !line.startsWith("keyturn: waiting for another Keyturn process"))
            .findFirst()
            .orElse("");
  }
}
