package dev.keyturn.cli.adapter.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code stty}, which every POSIX system has: calling the C library instead would slow down every
 * JVM start.
 */
final class Stty {

  private static final int SECONDS = 2;

  private Stty() {}

  /** Its output for {@code terminal}; empty if it cannot be run or fails. */
  static String run(File terminal, String... words) {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(words));
    try {
      Process stty =
          new ProcessBuilder(command)
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(SECONDS, TimeUnit.SECONDS)) {
        // It was stopped: this process is in the background.
        stty.destroyForcibly();
        return "";
      }
      String printed =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return stty.exitValue() == 0 ? printed : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** How many columns {@code terminal} has; {@code otherwise} if unknown. */
  static int columns(File terminal, int otherwise) {
    String size = run(terminal, "size");
    String columns = size.substring(size.indexOf(' ') + 1);
    boolean known = columns.length() < 5 && columns.chars().allMatch(Character::isDigit);
    int number = known && !columns.isEmpty() ? Integer.parseInt(columns) : 0;
    return number > 0 ? number : otherwise;
  }
}
