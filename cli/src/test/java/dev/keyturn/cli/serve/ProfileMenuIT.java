package dev.keyturn.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The menu of profiles in a real terminal. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ProfileMenuIT {

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void two_profiles() throws Exception {
    Pane.TMUX.require();
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile alpha]
        region = eu-west-1

        [profile beta]
        region = eu-west-1
        """);
  }

  private Pane menu() throws Exception {
    return Pane.bash(home).enter("keyturn explain").sees("> alpha");
  }

  @Test
  void stopped_with_ctrl_z_it_comes_again_and_reads_keys() throws Exception {
    try (Pane pane = menu()) {
      pane.press("C-z").seesSomewhere("topped");
      pane.enter("fg").seesTwice("Profile (type").press("Down").sees("> beta");
      pane.press("Enter").sees("to skip this question: keyturn explain -p beta");
      pane.enter("echo typed").sees("typed");
    }
  }

  @Test
  void a_letter_of_a_terminal_without_utf_8_swallows_no_other_key() throws Exception {
    try (Pane pane = menu()) {
      pane.press("-H", "e9").sees("  no profile has");
      pane.press("BSpace").type("beta").press("Enter");
      pane.sees("to skip this question: keyturn explain -p beta");
    }
  }
}
