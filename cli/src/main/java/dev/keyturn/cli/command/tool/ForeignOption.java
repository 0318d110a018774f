package dev.keyturn.cli.command.tool;

import java.util.ArrayList;
import java.util.List;

/**
 * An option of another tool.
 *
 * @param names as they are typed, the main one first
 * @param value what follows it, for help; empty when nothing does
 * @param text what it does
 */
record ForeignOption(List<String> names, String value, String text) {

  static ForeignOption flag(String name, String text) {
    return new ForeignOption(List.of(name), "", text);
  }

  static ForeignOption with(String name, String value, String text) {
    return new ForeignOption(List.of(name), value, text);
  }

  /** The same under another name too. */
  ForeignOption or(String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return new ForeignOption(List.copyOf(all), value, text);
  }

  String name() {
    return names.get(0);
  }

  boolean hasValue() {
    return !value.isEmpty();
  }

  boolean isCalled(String word) {
    return names.contains(word);
  }

  /** Whether a name of it begins with {@code word}, as Python's argparse lets it be typed. */
  boolean begins(String word) {
    return word.startsWith("--") && names.stream().anyMatch(name -> name.startsWith(word));
  }
}
