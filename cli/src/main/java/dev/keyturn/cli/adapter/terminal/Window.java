package dev.keyturn.cli.adapter.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The window of a terminal, by {@code stty}, which every POSIX system has. */
final class Window {

  /** What a window counts as that does not tell its size: high enough. */
  private static final int UNKNOWN = Integer.MAX_VALUE;

  private static final int SECONDS = 2;

  private Window() {}

  /** How many rows it has. */
  static int rows(File terminal) {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return stty.waitFor(SECONDS, TimeUnit.SECONDS) ? rows(size) : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  /** Of {@code "24 80"}; a serial line says zero. */
  private static int rows(String size) {
    int blank = size.indexOf(' ');
    try {
      int rows = Integer.parseInt(size.substring(0, Math.max(0, blank)));
      return rows == 0 ? UNKNOWN : rows;
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }
}
