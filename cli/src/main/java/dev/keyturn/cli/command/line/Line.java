package dev.keyturn.cli.command.line;

import java.util.List;
import java.util.Map;

/**
 * What a reader makes of the words after a command's name.
 *
 * @param options the texts that follow each option that was given; none for a flag
 * @param words the words without dashes
 * @param afterDashes the words after {@code --}, where they belong to another program
 */
record Line(Map<Option, List<String>> options, List<String> words, List<String> afterDashes) {

  /** Without the words, one of which may be a secret. */
  @Override
  public String toString() {
    return "Line[" + options.size() + ", " + words.size() + ", " + afterDashes.size() + "]";
  }
}
