package dev.keyturn.cli.command.line;

import java.util.List;

/**
 * What help says of a command.
 *
 * @param name what a user types
 * @param summary one line
 * @param examples what to type, each with what it does
 * @param exits the exit codes it can end with, beside 2 and 70 which every command has
 */
public record Topic(String name, String summary, List<Example> examples, List<ExitCode> exits) {

  /**
   * An example.
   *
   * @param line what to type
   * @param does what it does
   */
  public record Example(String line, String does) {}
}
