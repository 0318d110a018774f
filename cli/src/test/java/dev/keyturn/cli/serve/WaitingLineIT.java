package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The line that names an endpoint which does not answer, in a real terminal. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class WaitingLineIT {

  @TempDir private Path home = Path.of("");

  @Test
  void it_is_gone_when_ctrl_c_ends_the_wait() throws Exception {
    Pane.TMUX.require();
    // The system takes connections, and nobody ever answers.
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        Pane pane = shell(silent.getLocalPort())) {
      pane.enter("keyturn whoami work").sees("waiting for 127.0.0.1");
      pane.press("C-c").seesTwice("ready>").enter("echo typed $?").sees("typed 130");
      assertThat(pane.shown()).doesNotContain("waiting for").contains("\nready> echo typed");
    }
  }

  private Pane shell(int port) throws Exception {
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile work]
        region = eu-west-1
        endpoint_url = http://127.0.0.1:%d
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """
            .formatted(port));
    return Pane.bash(home);
  }
}
