package dev.keyturn.adapter.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process group that a terminal sends Ctrl-C to. A job in the background is not in it, nor what
 * {@code timeout} runs.
 */
public final class ForegroundGroup {

  private static final Path STAT = Path.of("/proc/self/stat");

  private static final int GROUP = 2;
  private static final int OF_TERMINAL = 5;

  private ForegroundGroup() {}

  /** Whether this process is in it; true where the system does not say, as macOS. */
  public static boolean isOwn() {
    try {
      return isOwn(Files.readString(STAT));
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * The same of what proc_pid_stat(5) describes: the name in parentheses, which may have any
   * character in it, then the state, the parent, the group, the session, the terminal and its
   * foreground group, which is -1 without a terminal.
   */
  static boolean isOwn(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", OF_TERMINAL + 2);
    return fields[GROUP].equals(fields[OF_TERMINAL]);
  }
}
