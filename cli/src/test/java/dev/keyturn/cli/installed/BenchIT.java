package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The scripts that produce the numbers in the documents, on a small scale: their counts are
 * correct.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class BenchIT {

  @BeforeAll
  static void a_python() {
    Installed.python("json");
  }

  @Test
  void one_code_serves_twelve_roles_and_twelve_processes() throws Exception {
    String options = "--roles=12 --processes=12 --latency=5ms --program=";
    assertThat(run("one-code", options + InstalledProgram.launcher()))
        .contains("12 roles at 5ms", "everything holds");
  }

  private static String run(String name, String options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(InstalledProgram.python());
    command.add(Path.of("..", "bench", name).toString());
    command.addAll(List.of(options.split(" ", -1)));
    Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
    script.getOutputStream().close();
    String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(printed).isZero();
    return printed;
  }
}
