package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The hook and {@code exec} in the shells that people type into. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class InteractiveShellIT {

  private static final Path IMAGE = BuildOutput.IMAGE;

  enum Shell {
    BASH("/usr/bin/bash", "--rcfile"),
    ZSH("/usr/bin/zsh", ""),
    FISH("/usr/bin/fish", "");

    private final String program;
    private final String rcOption;

    Shell(String program, String rcOption) {
      this.program = program;
      this.rcOption = rcOption;
    }

    private String start() {
      return switch (this) {
        case BASH ->
            """
            eval "$(keyturn shell init bash)"
            PS1='${KEYTURN_PROMPT:+[$KEYTURN_PROMPT] }ready> '
            """;
        case ZSH ->
            """
            autoload -Uz compinit; compinit -u
            eval "$(keyturn shell init zsh)"
            setopt prompt_subst
            PS1='${KEYTURN_PROMPT:+[$KEYTURN_PROMPT] }ready> '
            """;
        case FISH ->
            """
            set -g fish_greeting
            keyturn shell init fish | source
            function fish_prompt
                test -n "$KEYTURN_PROMPT"; and echo -n "[$KEYTURN_PROMPT] "
                echo -n 'ready> '
            end
            """;
      };
    }

    private String status() {
      return this == FISH ? "$status" : "$?";
    }
  }

  @TempDir private static Path folder;

  /** Here she is logged in, for a little less than ten minutes. */
  private static Company company;

  private static int panes;

  @BeforeAll
  static void start() throws Exception {
    Pane.TMUX.require();
    company = Company.start(Files.createDirectory(folder.resolve("home")), 595);
    company.login();
  }

  @AfterAll
  static void stop() {
    if (company != null) {
      company.close();
    }
  }

  private static Pane open(Shell shell) throws Exception {
    return open(shell, company);
  }

  private static Pane open(Shell shell, Company company) throws Exception {
    new Client(List.of(shell.program), List.of("--version")).require();
    Path home = company.home();
    Map<String, String> environment = company.environment();
    environment.put("PATH", IMAGE.resolve("bin") + ":/usr/bin:/bin");
    environment.put("SHELL", shell.program);
    environment.put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    Path file =
        switch (shell) {
          case BASH -> home.resolve("bashrc");
          case ZSH -> home.resolve(".zshrc");
          case FISH -> home.resolve("xdg/fish/config.fish");
        };
    Files.createDirectories(file.getParent());
    // Else fish reads all manual pages when it first starts.
    Files.createDirectories(home.resolve(".local/share/fish/generated_completions"));
    Files.writeString(file, shell.start());
    List<String> command =
        shell == Shell.BASH
            ? List.of(shell.program, shell.rcOption, file.toString(), "-i")
            : List.of(shell.program, "-i");
    panes++;
    return Pane.start(folder.resolve("pane" + panes), environment, command).sees("ready>");
  }

  @Test
  void a_profile_is_chosen_by_arrow_keys_and_the_terminal_is_left_as_it_was() throws Exception {
    try (Pane pane = open(Shell.BASH)) {
      pane.enter("unset AWS_PROFILE; mode=$(stty -g)");
      // The files without [default], which would be used unasked.
      pane.enter("sed 1,4d ~/.aws/credentials >~/named; chmod 600 ~/named");
      pane.enter("export AWS_SHARED_CREDENTIALS_FILE=~/named");
      pane.enter("keyturn whoami").sees("> alice").press("Down").sees("> admin");
      pane.type("lice").sees("> alice").press("Enter");
      pane.sees("to skip this question: keyturn whoami -p alice").sees("arn ");
      assertThat(pane.shown()).doesNotContain("type to filter");
      pane.enter("clear; keyturn whoami").sees("> alice").press("C-c");
      pane.enter("echo status $?").sees("status 130");
      pane.enter("clear; keyturn whoami").sees("> alice").press("Escape");
      // A letter that follows at once would be a key with Alt.
      pane.seesTwice("keyturn: interrupted").enter("echo escaped $?").sees("escaped 130");
      pane.enter("[ \"$(stty -g)\" = \"$mode\" ] && echo same mode").sees("same mode");
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aws_env_asks_for_the_code_and_switches_one_terminal_alone(Shell shell) throws Exception {
    Path home = Files.createDirectory(folder.resolve("home of " + shell));
    try (Company other = Company.start(home, 3600);
        Pane one = open(shell, other);
        Pane two = open(shell, other)) {
      one.enter("aws_env alice").sees("MFA code of").enter(other.code());
      one.sees("alice: a session for 1h 0m").sees("[alice 1h] ready>");
      two.enter("aws_env").sees("no session in this shell; aws_env PROFILE gets one");
      two.enter("aws_env admin").sees("admin: a session for 1h 0m").sees("[admin 1h] ready>");
      one.enter("echo has $KEYTURN_PROFILE").sees("has alice");
      one.enter("aws_env --clear").sees("session removed from this shell");
      one.enter("echo has $KEYTURN_PROFILE $AWS_ACCESS_KEY_ID nothing").sees("has nothing");
      two.enter("echo has $KEYTURN_PROFILE").sees("has admin");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BASH,credential-p,credential-process",
    "BASH,login rea,login reader",
    "BASH,env --form,env --format",
    "BASH,exec reader -- printe,exec reader -- printenv",
    "ZSH,credential-p,credential-process",
    "ZSH,login rea,login reader",
    "ZSH,env --form,env --format",
    "ZSH,exec reader -- printe,exec reader -- printenv",
    "FISH,credential-p,credential-process",
    "FISH,login rea,login reader",
    "FISH,env --form,env --format",
    "FISH,exec reader -- printe,exec reader -- printenv"
  })
  void the_tab_key_completes(Shell shell, String typed, String completed) throws Exception {
    try (Pane pane = open(shell)) {
      pane.type("keyturn " + typed).seesSomewhere("ready> keyturn " + typed).press("Tab");
      pane.seesSomewhere("ready> keyturn " + completed);
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void ten_minutes_before_the_end_it_is_reported_once(Shell shell) throws Exception {
    try (Pane pane = open(shell)) {
      pane.enter("aws_env alice").sees("alice: a session for ");
      pane.sees("keyturn: the session of alice ends in ");
      pane.enter("echo one").sees("one").enter("echo two").sees("two");
      assertThat(pane.shown().split("ends in", -1)).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BASH,exec reader --",
    "BASH,exec --server reader --",
    "ZSH,exec reader --",
    "ZSH,exec --server reader --",
    "FISH,exec reader --",
    "FISH,exec --server reader --"
  })
  void a_program_is_stopped_and_goes_on_as_every_job(Shell shell, String exec) throws Exception {
    try (Pane pane = open(shell)) {
      pane.enter("keyturn " + exec + " sh -c 'echo runs; read -r line; echo got $line; exit 7'");
      pane.sees("runs").press("C-z").seesSomewhere(shell == Shell.ZSH ? "suspended" : "topped");
      pane.enter("echo meanwhile").sees("meanwhile");
      // What is typed before the shell gives the terminal back ends in no line end yet.
      pane.enter("fg").enter("words").press("C-j").sees("got words");
      // The status of fish's fg is its own, not the job's.
      pane.enter("echo status " + shell.status()).sees(shell == Shell.FISH ? "status" : "status 7");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BASH,exec reader --",
    "BASH,exec --server reader --",
    "ZSH,exec reader --",
    "ZSH,exec --server reader --",
    "FISH,exec reader --",
    "FISH,exec --server reader --"
  })
  void a_program_hears_of_a_new_size_and_of_an_interrupt(Shell shell, String exec)
      throws Exception {
    Path program = folder.resolve("program" + shell);
    Files.writeString(
        program,
        """
        trap 'echo resized' WINCH
        trap 'echo interrupted; exit 9' INT
        echo runs
        while :; do sleep 0.1; done
        """);
    try (Pane pane = open(shell)) {
      pane.enter("keyturn " + exec + " sh " + program).sees("runs");
      pane.resize(100);
      pane.sees("resized").press("C-c").seesSomewhere("interrupted");
      pane.enter("echo status " + shell.status()).sees("status 9");
      assertThat(pane.shown().split("interrupted", -1)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void without_a_command_it_is_a_shell_that_says_so_and_takes_no_other(Shell shell)
      throws Exception {
    try (Pane pane = open(shell)) {
      pane.enter("keyturn exec reader");
      pane.sees("keyturn: a shell with the session of 'reader'");
      pane.enter("echo in $KEYTURN_PROFILE").sees("in reader");
      pane.enter("keyturn exec admin");
      pane.sees("keyturn: you are already in a session shell for 'reader'");
      pane.sees("hint: leave it first: exit, or aws_env --clear");
      pane.enter("exit").enter("echo out $KEYTURN_PROFILE of it").sees("out of it");
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void a_prompt_that_was_stopped_comes_again_and_shows_no_code(Shell shell) throws Exception {
    Path home = Files.createDirectory(folder.resolve("home stopped in " + shell));
    try (Company other = Company.start(home, 3600);
        Pane pane = open(shell, other)) {
      pane.enter("keyturn login alice").sees("MFA code of");
      pane.press("C-z").seesSomewhere(shell == Shell.ZSH ? "suspended" : "topped");
      pane.enter("echo meanwhile").sees("meanwhile");
      String code = other.code();
      pane.enter("fg").seesTwice("MFA code of").enter(code).sees("alice: ");
      assertThat(pane.shown()).doesNotContain(code);
    }
  }

  @Test
  void a_prompt_on_the_terminal_comes_even_when_all_streams_are_pipes() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home of pipes"));
    try (Company other = Company.start(home, 3600);
        Pane pane = open(Shell.BASH, other)) {
      pane.enter("true | keyturn credential-process admin 2>&1 | tr A-Z a-z | cut -c1-25");
      pane.sees("MFA code of").enter(other.code());
      pane.sees("{\"version\":1,\"accesskeyi");
    }
  }
}
