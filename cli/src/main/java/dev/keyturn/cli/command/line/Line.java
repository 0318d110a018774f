package dev.keyturn.cli.command.line;

import java.util.List;
import java.util.Map;

/**
 * The parsed words after a command's name.
 *
 * @param options the values of each option that was given; empty for a flag
 * @param words the words without dashes
 * @param afterDashes the words after {@code --}, if they belong to another program
 */
record Line(Map<Option, List<String>> options, List<String> words, List<String> afterDashes) {

  /** Without the words, one of which may be a secret. */
  @Override
  public String toString() {
    return "Line[" + options.size() + ", " + words.size() + ", " + afterDashes.size() + "]";
  }
}
