package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that need the same locked file at once, as those of Terraform do, in one terminal. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class ParallelPassphrasesIT {

  private static final int PROCESSES = 4;
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String PASSPHRASE = "correct horse";

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void a_key_in_an_encrypted_file() throws Exception {
    Pane.TMUX.require();
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        "[work]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = " + SECRET);
    Files.createFile(home.resolve("err"));
    Files.createFile(home.resolve("out"));
    keyturn("store", "move", "work", "--to", "encrypted-file", "--yes");
  }

  @AfterEach
  void the_agent_ends() throws Exception {
    keyturn("store", "lock");
  }

  private void keyturn(String... words) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home.toString());
    environment.put("KEYTURN_STORE_PASSPHRASE_COMMAND", "echo " + PASSPHRASE);
    List<String> command = new ArrayList<>(List.of(BuildOutput.LAUNCHER.toString()));
    Collections.addAll(command, words);
    Process process = Company.start(command, environment);
    String output = Company.output(process);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(home.resolve(file));
  }

  /** So long that the one who types has not typed yet. */
  private void othersWait() throws Exception {
    while (waiting() < PROCESSES - 1) {
      Thread.sleep(50);
    }
  }

  private void allAnswer() throws Exception {
    while (lines("out").size() < PROCESSES) {
      Thread.sleep(50);
    }
  }

  private long waiting() throws IOException {
    return lines("err").stream()
        .filter(line -> line.startsWith("keyturn: waiting for another Keyturn process"))
        .count();
  }

  @Test
  void one_question_is_asked_for_all() throws Exception {
    try (Pane pane = Pane.bash(home)) {
      pane.enter(
          "sh -c 'cd; for i in 1 2 3 4; do keyturn store show work --show-secret >>out 2>>err &"
              + " done; wait; echo all have ended'");
      othersWait();
      pane.sees("Passphrase for the encrypted file").enter(PASSPHRASE);
      allAnswer();
      pane.sees("all have ended");

      assertThat(pane.shown().split(Pattern.quote("Passphrase for"), -1)).hasSize(2);
      assertThat(pane.shown()).doesNotContain(PASSPHRASE);
    }
    assertThat(lines("out")).hasSize(PROCESSES).containsOnly(SECRET);
    assertThat(lines("err"))
        .contains(
            "keyturn: other Keyturn processes waited for this passphrase, and can use the key for"
                + " a minute");
  }
}
