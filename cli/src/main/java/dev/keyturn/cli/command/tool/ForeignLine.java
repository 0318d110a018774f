package dev.keyturn.cli.command.tool;

import dev.keyturn.domain.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command line of another tool, parsed as that tool does. */
final class ForeignLine {

  private final Map<ForeignOption, String> options = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();

  private ForeignLine() {}

  /**
   * Reads {@code line}: options with their values after {@code =} or in the next word, long ones
   * may be abbreviated as long as they are unambiguous.
   *
   * @param known the tool's options
   * @param name the tool's name
   * @throws dev.keyturn.domain.failure.FailureException usage, when the tool would not accept it
   */
  static ForeignLine read(List<ForeignOption> known, String name, List<String> line) {
    ForeignLine read = new ForeignLine();
    boolean onlyWords = false;
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      if (onlyWords || !word.startsWith("-") || word.length() < 2) {
        read.words.add(word);
      } else if (word.equals("--")) {
        onlyWords = true;
      } else {
        int equals = word.indexOf('=');
        ForeignOption option = option(known, name, equals < 0 ? word : word.substring(0, equals));
        boolean next = option.hasValue() && equals < 0;
        if (next && i + 1 == line.size()) {
          throw misused(name, option.name() + " needs a value: " + option.value());
        }
        String value = equals < 0 ? "" : word.substring(equals + 1);
        read.options.put(option, next ? line.get(++i) : value);
      }
    }
    return read;
  }

  private static ForeignOption option(List<ForeignOption> known, String tool, String word) {
    Optional<ForeignOption> exact = known.stream().filter(it -> it.isCalled(word)).findFirst();
    List<ForeignOption> begun = known.stream().filter(it -> it.begins(word)).toList();
    if (exact.isEmpty() && begun.size() > 1) {
      throw misused(tool, "'" + word + "' may be " + begun.get(0).name() + " or another option");
    }
    return exact.orElseGet(() -> {
      if (begun.isEmpty()) {
        throw misused(tool, "unknown option '" + word + "'");
      }
      return begun.get(0);
    });
  }

  /** The failure of a line that {@code tool} does not accept. */
  static RuntimeException misused(String tool, String message) {
    return new Failure.Usage(tool + ": " + message, "keyturn as " + tool + " --help").exception();
  }

  boolean has(ForeignOption option) {
    return options.containsKey(option);
  }

  /** The value of {@code option}; empty when it was not given. */
  String value(ForeignOption option) {
    return options.getOrDefault(option, "");
  }

  /** The words that belong to no option. */
  List<String> words() {
    return words;
  }
}
