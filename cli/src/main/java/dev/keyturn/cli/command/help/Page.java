package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import java.util.function.Supplier;

/**
 * What help knows of a command.
 *
 * @param name what a user types
 * @param group what it is about
 * @param start how it starts
 * @param summary what it does: a sentence in the imperative, without capital and full stop
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
