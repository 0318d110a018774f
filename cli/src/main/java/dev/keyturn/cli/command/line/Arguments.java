package dev.keyturn.cli.command.line;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user typed after a command's name. */
public interface Arguments {

  /** Whether a flag was given. */
  boolean has(String option);

  /** The value of an option with a type of its own, or {@code otherwise}. */
  <T extends @Nullable Object> T value(String option, T otherwise);

  /** The positional arguments, in order. */
  List<String> positionals();

  /** The words behind {@code --}, none of which is an option; they are positional arguments too. */
  List<String> afterDashes();

  /** The value of an option with a duration; null when it was not given. */
  default @Nullable Duration duration(String option) {
    return this.<@Nullable Duration>value(option, null);
  }

  /** The value of an option with a text, if it was given. */
  default Optional<String> text(String option) {
    return Optional.ofNullable(this.<@Nullable String>value(option, null));
  }

  /** The value of an option with a number. */
  default int number(String option, int otherwise) {
    return value(option, otherwise);
  }

  /** The texts of an option that may be given more than once. */
  default List<String> texts(String option) {
    return value(option, List.of());
  }

  /** The positional arguments before {@code --}, in order. */
  default List<String> beforeDashes() {
    List<String> all = positionals();
    return all.subList(0, all.size() - afterDashes().size());
  }

  /** Whether {@code --output json} was asked for. */
  default boolean wantsJson() {
    return value("--output", OutputFormat.TEXT) == OutputFormat.JSON;
  }
}
