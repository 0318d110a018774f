package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.cli.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What only a real terminal can show; the rest of the dialogue is in the transcripts. */
class TerminalIT {

  private static final String PROMPT =
      "tty> MFA code of arn:aws:iam::123456789012:mfa/alice (changes in N s) for account1:";

  private final Transcript story =
      Transcript.all().stream().filter(it -> it.name().equals("terminal")).findAny().orElseThrow();
  private SandboxProcess sandbox;
  private InstalledProgram program;
  private StoryHome home;

  @BeforeAll
  static void a_driver() {
    Installed.python("pty");
  }

  @BeforeEach
  void a_home_and_a_sandbox(TestInfo test) {
    Path folder =
        Path.of("target", "terminal", test.getTestMethod().orElseThrow().getName())
            .toAbsolutePath();
    home = StoryHome.create(folder.resolve("home"), story.homeFiles());
    program = new InstalledProgram(folder.resolve("call"));
    sandbox =
        SandboxProcess.start(
            SandboxProcess.image(),
            folder,
            story.company(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterEach
  void the_sandbox_ends() {
    sandbox.close();
  }

  /** What was shown, whatever the second. */
  private static List<String> screen(Outcome outcome) {
    return outcome.screen().stream()
        .map(line -> line.replaceAll("\\(changes in \\d+ s\\)", "(changes in N s)"))
        .toList();
  }

  @Test
  void the_code_is_not_shown_and_standard_output_is_the_result_alone() {
    Outcome login = login(sandbox.code("alice", 0));
    assertThat(login.exit()).as("%s", login).isZero();
    assertThat(screen(login)).containsExactly(PROMPT, Outcome.TYPED);
    assertThat(login.out()).startsWith("account1: arn:aws:iam::123456789012:user/alice, until ");
    assertThat(login.err()).isEqualTo("next: aws sts get-caller-identity --profile account1\n");
    assertThat(program.echoes()).isTrue();
  }

  @Test
  void ctrl_c_at_the_prompt_ends_with_130_and_changes_nothing() throws Exception {
    Path credentials = home.folder().resolve(".aws/credentials");
    byte[] before = Files.readAllBytes(credentials);
    Outcome login = login("^C");
    assertThat(login.exit()).as("%s", login).isEqualTo(130);
    assertThat(login.out()).isEmpty();
    assertThat(Files.readAllBytes(credentials)).isEqualTo(before);
  }

  @Test
  void ctrl_c_at_the_prompt_gives_the_echo_back() {
    Outcome login = login("^C");
    assertThat(program.echoes()).as("%s", login).isTrue();
  }

  /** As a signal it would make Java print its threads. */
  @Test
  void ctrl_backslash_at_the_prompt_ends_it_and_prints_nothing() {
    Outcome login = login("^\\");
    assertThat(login.exit()).as("%s", login).isEqualTo(130);
    assertThat(login.out()).isEmpty();
    assertThat(login.err()).doesNotContain("Thread");
    assertThat(program.echoes()).isTrue();
  }

  @Test
  void ctrl_c_at_a_question_ends_its_line_and_changes_nothing() {
    Outcome migration = run(List.of("migrate", "account1", "--to", "process"), "", "^C");
    assertThat(migration.exit()).as("%s", migration).isEqualTo(130);
    assertThat(program.endsLine()).as("%s", migration).isTrue();
    assertThat(program.echoes()).isTrue();
  }

  @Test
  void the_end_of_input_at_a_question_ends_its_line_too() {
    Outcome migration = run(List.of("migrate", "account1", "--to", "process"), "", "^D");
    assertThat(migration.exit()).as("%s", migration).isEqualTo(130);
    assertThat(program.endsLine()).as("%s", migration).isTrue();
  }

  @Test
  void ctrl_backslash_at_a_question_ends_it_and_prints_no_threads() {
    Outcome migration = run(List.of("migrate", "account1", "--to", "process"), "", "^\\");
    assertThat(migration.exit()).as("%s", migration).isEqualTo(130);
    assertThat(migration.err()).doesNotContain("Thread");
  }

  @Test
  void a_used_code_waits_for_the_next_one() {
    String code = sandbox.code("alice", 0);
    login(code);
    Outcome login = login(code, sandbox.code("alice", 1));
    assertThat(login.exit()).as("%s", login).isZero();
    assertThat(screen(login))
        .startsWith(
            PROMPT,
            Outcome.TYPED,
            "tty> this code was already used for arn:aws:iam::123456789012:mfa/alice;"
                + " AWS accepts each code once")
        .endsWith(Outcome.TYPED);
    assertThat(String.join("\n", screen(login)))
        .containsPattern("next code in \\d+ s")
        .contains(PROMPT.substring("tty> ".length()));
  }

  @Test
  void ctrl_c_while_the_next_code_is_waited_for_ends_with_130_and_sends_nothing() {
    String code = sandbox.code("alice", 0);
    login(code);
    sandbox.takeCalls();
    Outcome login = login(code, "^C");
    assertThat(login.exit()).as("%s", login).isEqualTo(130);
    assertThat(login.out()).isEmpty();
    assertThat(program.endsLine()).as("%s", login).isTrue();
    assertThat(sandbox.takeCalls()).isEmpty();
  }

  @Test
  void a_code_can_be_typed_while_standard_input_is_a_pipe() {
    Outcome login = call("not a code\n", sandbox.code("alice", 0));
    assertThat(login.exit()).as("%s", login).isZero();
  }

  private Outcome login(String... typed) {
    return call("", typed);
  }

  private Outcome call(String input, String... typed) {
    return run(List.of("login", "account1", "--force"), input, typed);
  }

  private Outcome run(List<String> words, String input, String... typed) {
    Map<String, String> environment =
        Map.of("HOME", home.folder().toString(), "AWS_ENDPOINT_URL", sandbox.url());
    return program.run(
        new Invocation(words, environment, home.folder(), input, List.of(typed), false));
  }
}
