package dev.keyturn.cli.command.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keyturn's command line for that of another tool. Grows; not thread-safe. */
final class Translation {

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> environment;

  /** The command {@code command}, in the tool's environment. */
  Translation(String command, Map<String, String> environment) {
    this.words.add(command);
    this.environment = new HashMap<>(environment);
  }

  /** With a word, unless it is empty. */
  Translation word(String word) {
    if (!word.isEmpty()) {
      words.add(word);
    }
    return this;
  }

  /** With an option, unless its value is empty. */
  Translation with(String option, String value) {
    if (!value.isEmpty()) {
      words.add(option);
      words.add(value);
    }
    return this;
  }

  /** With a flag, if {@code given}. */
  Translation with(String flag, boolean given) {
    if (given) {
      words.add(flag);
    }
    return this;
  }

  /** With a variable, unless its value is empty. */
  Translation in(String variable, String value) {
    if (!value.isEmpty()) {
      environment.put(variable, value);
    }
    return this;
  }

  List<String> words() {
    return List.copyOf(words);
  }

  Map<String, String> environment() {
    return environment;
  }
}
