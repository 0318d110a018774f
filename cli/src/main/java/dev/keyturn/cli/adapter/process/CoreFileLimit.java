package dev.keyturn.cli.adapter.process;

import java.util.ArrayList;
import java.util.List;

/**
 * The core file limit of the caller's programs. The launcher sets it to 0 for Keyturn's own Java,
 * whose memory contains keys, and Java cannot set a limit for a program that it starts.
 *
 * @param soft the value of {@code ulimit}; empty or 0 if nothing has to be restored
 */
public record CoreFileLimit(String soft) {

  /** Programs run under the limit of this process. */
  public static final CoreFileLimit OF_THIS_PROCESS = new CoreFileLimit("");

  private static final String SCRIPT = "ulimit -S -c \"$0\"; exec \"$@\"";

  /** The command line that runs {@code command} under this limit: a shell that execs it. */
  List<String> of(List<String> command) {
    if (soft.isEmpty() || soft.equals("0")) {
      return command;
    }
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, soft));
    words.addAll(command);
    return words;
  }
}
