package dev.keyturn.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** What a user typed after a command's name, parsed. */
public final class Arguments {

  private final ParseResult parsed;

  /** Wraps a parse result. */
  public Arguments(ParseResult parsed) {
    this.parsed = parsed;
  }

  /** Whether a flag was given. */
  public boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  /** The value of an option with a duration; null when it was not given. */
  public @Nullable Duration duration(String option) {
    return parsed.matchedOptionValue(option, null);
  }

  /** The value of an option with a text, if it was given. */
  public Optional<String> text(String option) {
    return Optional.ofNullable(parsed.matchedOptionValue(option, null));
  }

  /** The value of an option with a number. */
  public int number(String option, int otherwise) {
    return parsed.matchedOptionValue(option, otherwise);
  }

  /** The texts of an option that may be given more than once. */
  public List<String> texts(String option) {
    return parsed.matchedOptionValue(option, List.of());
  }

  /** The value of an option with a type of its own, or {@code otherwise}. */
  public <T> T value(String option, T otherwise) {
    return parsed.matchedOptionValue(option, otherwise);
  }

  /** The words behind {@code --}, none of which is an option; they are positional arguments too. */
  public List<String> afterDashes() {
    List<String> words = parsed.originalArgs();
    int dashes = words.indexOf("--");
    return dashes < 0 ? List.of() : List.copyOf(words.subList(dashes + 1, words.size()));
  }

  /** The positional arguments before {@code --}, in order. */
  public List<String> beforeDashes() {
    List<String> all = positionals();
    return all.subList(0, all.size() - afterDashes().size());
  }

  /** The positional arguments, in order. */
  public List<String> positionals() {
    // The one positional parameter is listed once for each run of words between options.
    return parsed.matchedPositionals().stream()
        .findFirst()
        .map(positional -> positional.stringValues())
        .orElse(List.of());
  }

  /** Whether {@code --output json} was asked for. */
  public boolean wantsJson() {
    return parsed.matchedOptionValue("--output", OutputFormat.TEXT) == OutputFormat.JSON;
  }
}
