package dev.keyturn.cli.command.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options and words as the parser took them apart. */
public final class ParsedArguments implements Arguments {

  private final ParseResult parsed;

  /** By each of an option's names: the parser itself searches all options at every look. */
  private final Map<String, @Nullable Object> given = new HashMap<>();

  /** Of what the parser found. */
  public ParsedArguments(ParseResult parsed) {
    this.parsed = parsed;
    for (OptionSpec option : parsed.matchedOptions()) {
      for (String name : option.names()) {
        given.put(name, option.getValue());
      }
    }
  }

  @Override
  public boolean has(String option) {
    return given.containsKey(option);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // an option has the type it was declared with
  public <T extends @Nullable Object> T value(String option, T otherwise) {
    return given.containsKey(option) ? (T) given.get(option) : otherwise;
  }

  @Override
  public List<String> positionals() {
    // The one positional parameter is listed once for each run of words between options.
    return parsed.matchedPositionals().stream()
        .findFirst()
        .map(positional -> positional.stringValues())
        .orElse(List.of());
  }

  @Override
  public List<String> afterDashes() {
    List<String> words = parsed.originalArgs();
    int dashes = words.indexOf("--");
    return dashes < 0 ? List.of() : List.copyOf(words.subList(dashes + 1, words.size()));
  }
}
