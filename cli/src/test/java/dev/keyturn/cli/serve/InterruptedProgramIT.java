package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of Keyturn while a program asks for a passphrase or a code, in a real terminal. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class InterruptedProgramIT {

  /** Python's getpass, for example, restores the terminal too, and takes some time to end. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      trap 'sleep 0.3; stty echo; echo restored >>~/restored; exit 1' INT
      stty -echo
      printf 'Type it: ' >/dev/tty
      while :; do sleep 0.1; done
      """;

  /** It may end before Keyturn gets the signal. */
  private static final String QUICK =
      """
      #!/bin/sh
      trap 'exit 1' INT
      printf 'Type it: ' >/dev/tty
      sleep 9999
      """;

  /**
   * The shell's user would see the echo again, since a shell restores it after its own programs.
   */
  private static final String CARELESS =
      """
      #!/bin/sh
      stty -echo
      printf 'Type it: ' >/dev/tty
      exec sleep 99
      """;

  /** As {@code kill} with the process id of Keyturn, and a dialog that nobody closes. */
  private static final String KILLED =
      """
      #!/bin/sh
      echo $$ >~/pid
      kill -TERM $PPID
      exec sleep 9999
      """;

  private static final String PASSPHRASE = "keyturn store move work --to encrypted-file --yes";
  private static final String CODE = "keyturn login work";

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void a_key() throws Exception {
    Pane.TMUX.require();
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [work-long-term]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile work]
        region = eu-central-1
        mfa_serial = arn:aws:iam::123456789012:mfa/anna
        mfa_process = sh -c 'exec ~/program </dev/tty'
        """);
  }

  private Pane run(String program, String command) throws Exception {
    Path file = Files.writeString(home.resolve("program"), program);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return Pane.bash(home)
        .enter("export KEYTURN_STORE_PASSPHRASE_COMMAND='exec ~/program </dev/tty'")
        .enter("export AWS_ENDPOINT_URL=http://127.0.0.1:9")
        .enter(command);
  }

  private Pane ask(String program) throws Exception {
    return run(program, PASSPHRASE).sees("Type it:");
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSPHRASE, CODE})
  void it_is_an_interruption_and_the_program_restores_the_terminal(String command)
      throws Exception {
    try (Pane pane = run(PROGRAM, command).sees("Type it:")) {
      pane.press("C-c").enter("echo status $?").sees("status 130");
      pane.enter("stty -a | grep -ow -e '-*echo'; cat ~/restored").sees("restored");
      assertThat(pane.shown())
          .contains("\necho\nrestored")
          .doesNotContain("cannot use the program")
          .doesNotContain("ended with exit status");
    }
    assertThat(home.resolve(".aws/credentials")).content().contains("wJalrXUtnFEMI");
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSPHRASE, CODE})
  void it_is_an_interruption_for_a_program_that_ends_sooner_than_keyturn(String command)
      throws Exception {
    try (Pane pane = run(QUICK, command).sees("Type it:")) {
      pane.press("C-c").enter("echo status $?").sees("status 130");
      assertThat(pane.shown())
          .doesNotContain("cannot use the program")
          .doesNotContain("ended with exit status");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSPHRASE, CODE})
  void the_program_is_ended_with_keyturn(String command) throws Exception {
    try (Pane pane = run(KILLED, command)) {
      pane.enter("echo status $?").sees("status 143");
      long pid = Long.parseLong(Files.readString(home.resolve("pid")).strip());
      Optional<ProcessHandle> program = ProcessHandle.of(pid);
      program.ifPresent(it -> assertThat(it.onExit()).succeedsWithin(Duration.ofSeconds(60)));
    }
  }

  @Test
  void the_echo_that_a_program_does_not_switch_on_again_is_restored() throws Exception {
    try (Pane pane = ask(CARELESS)) {
      pane.press("C-c").enter("stty -a | grep -ow -e '-*echo'; echo seen").sees("seen");
      assertThat(pane.shown()).contains("\necho\nseen");
    }
  }
}
