package dev.keyturn.command;

import dev.keyturn.domain.failure.Failure;
import java.util.List;
import java.util.Map;

/**
 * The profile a command is about: the positional argument or {@code --profile}, else {@code
 * AWS_PROFILE}, else {@code default}.
 *
 * @param name the profile
 * @param explicit whether it was typed
 */
public record ProfileChoice(String name, boolean explicit) {

  static ProfileChoice of(Arguments arguments, Map<String, String> environment) {
    return of(arguments, arguments.positionals(), environment);
  }

  /** Of the words {@code typed} among the positional arguments. */
  static ProfileChoice of(
      Arguments arguments, List<String> typed, Map<String, String> environment) {
    String option = arguments.text("--profile").orElse("");
    if (!typed.isEmpty() && !option.isEmpty()) {
      throw new Failure.Usage(
              "a profile is given twice: '" + typed.get(0) + "' and --profile '" + option + "'",
              "give one of them")
          .exception();
    }
    if (!typed.isEmpty()) {
      return new ProfileChoice(typed.get(0), true);
    }
    return option.isEmpty() ? implicit(environment) : new ProfileChoice(option, true);
  }

  /** The profile when none is typed. */
  public static ProfileChoice implicit(Map<String, String> environment) {
    String variable = environment.getOrDefault("AWS_PROFILE", "");
    return new ProfileChoice(variable.isEmpty() ? "default" : variable, false);
  }
}
