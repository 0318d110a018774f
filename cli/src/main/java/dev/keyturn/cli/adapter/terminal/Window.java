package dev.keyturn.cli.adapter.terminal;

import java.io.File;

/** The window of a terminal, by {@code stty}, which every POSIX system has. */
final class Window {

  /** The height assumed for a window of unknown size: high enough. */
  private static final int UNKNOWN = Integer.MAX_VALUE;

  private Window() {}

  /** How many rows it has. */
  static int rows(File terminal) {
    return rows(Stty.run(terminal, "size"));
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
