package dev.keyturn.cli.adapter.process;

import java.util.ArrayList;
import java.util.List;

/**
 * How large the core files of the caller's programs may be. The launcher allows none to Keyturn's
 * own Java, whose memory has keys, and Java cannot set a limit for a program that it starts.
 *
 * @param soft as {@code ulimit} says it; empty or 0 where there is nothing to give back
 */
public record CoreFileLimit(String soft) {

  /** Programs run under the limit of this process. */
  public static final CoreFileLimit OF_THIS_PROCESS = new CoreFileLimit("");

  private static final String SCRIPT = "ulimit -S -c \"$0\"; exec \"$@\"";

  /** What starts {@code command} under this limit: a shell, whose place it takes. */
  List<String> of(List<String> command) {
    if (soft.isEmpty() || soft.equals("0")) {
      return command;
    }
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, soft));
    words.addAll(command);
    return words;
  }
}
