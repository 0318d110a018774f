package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a program asks for a passphrase, in a real terminal. */
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

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void a_key() throws Exception {
    Pane.TMUX.require();
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [work]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
  }

  private Pane ask(String program) throws Exception {
    Path file = Files.writeString(home.resolve("program"), program);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return Pane.bash(home)
        .enter("export KEYTURN_STORE_PASSPHRASE_COMMAND='~/program </dev/tty'")
        .enter("keyturn store move work --to encrypted-file --yes")
        .sees("Type it:");
  }

  @Test
  void it_is_an_interruption_and_the_program_restores_the_terminal() throws Exception {
    try (Pane pane = ask(PROGRAM)) {
      pane.press("C-c").enter("echo status $?").sees("status 130");
      pane.enter("stty -a | grep -ow -e '-*echo'; cat ~/restored").sees("restored");
      assertThat(pane.shown())
          .contains("\necho\nrestored")
          .doesNotContain("cannot use the program");
    }
    assertThat(home.resolve(".aws/credentials")).content().contains("wJalrXUtnFEMI");
  }

  @Test
  void the_echo_that_a_program_does_not_switch_on_again_is_restored() throws Exception {
    try (Pane pane = ask(CARELESS)) {
      pane.press("C-c").enter("stty -a | grep -ow -e '-*echo'; echo seen").sees("seen");
      assertThat(pane.shown()).contains("\necho\nseen");
    }
  }
}
