package dev.keyturn.cli.app;

import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;

/**
 * One line of the table of commands.
 *
 * @param name its name
 * @param start its start-up class
 * @param summary its summary in {@code keyturn --help}
 * @param factory builds it
 */
record Row(String name, Start start, String summary, Factory factory) {

  /** Builds a command. */
  interface Factory {
    Command from(Wiring wiring);
  }
}
