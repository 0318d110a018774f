package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import java.util.function.Supplier;

/**
 * A command as described by help.
 *
 * @param name its name
 * @param group its group
 * @param start its start-up class
 * @param summary its summary: a sentence in the imperative, without capital and full stop
 * @param command the command, with its options, examples and exit codes
 */
public record Page(
    String name, String group, Start start, String summary, Supplier<Command> command) {

  /** {@code keyturn login [OPTION...] [PROFILE...]}. */
  String synopsis() {
    String takes = command.get().syntax().synopsis();
    return "keyturn " + name + (takes.isEmpty() ? "" : " " + takes);
  }
}
