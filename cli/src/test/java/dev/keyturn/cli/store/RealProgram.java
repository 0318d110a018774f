package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of this computer that places need; a test without them is skipped, or fails in CI. */
public final class RealProgram {

  private RealProgram() {}

  /** Skips the test where a program is missing. */
  public static void need(String... programs) {
    for (String program : programs) {
      boolean found =
          List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
      need(found, program);
    }
  }

  /** Skips the test where a file is missing. */
  public static void needFile(Path file) {
    need(Files.exists(file), file.toString());
  }

  private static void need(boolean found, String what) {
    if ("required".equals(System.getenv("KEYTURN_CLIENTS"))) {
      assertThat(found).as(what + " is installed").isTrue();
    }
    assumeTrue(found, what + " is not installed");
  }

  /** Runs a program that must succeed; its standard output. */
  public static String run(Map<String, String> environment, String input, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It does not read.
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command[0]).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command) + "\n" + output).isZero();
    return output;
  }
}
