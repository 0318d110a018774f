package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import java.util.List;
import java.util.Map;

/**
 * The profile a command is about: the positional argument or {@code --profile}, else {@code
 * AWS_PROFILE}, else {@code AWS_DEFAULT_PROFILE}, else {@code default}.
 *
 * @param name the profile
 * @param explicit whether it was typed
 */
public record ProfileChoice(String name, boolean explicit) {

  /** In the order of the AWS CLI; boto3 alone has the second before the first. */
  private static final List<Variable> VARIABLES =
      List.of(Variable.AWS_PROFILE, Variable.AWS_DEFAULT_PROFILE);

  public static ProfileChoice of(Arguments arguments, Map<String, String> environment) {
    return of(arguments, arguments.positionals(), environment);
  }

  /** Of the words {@code typed} among the positional arguments. */
  public static ProfileChoice of(
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
    for (Variable variable : VARIABLES) {
      String name = variable.in(environment);
      if (!name.isEmpty()) {
        return new ProfileChoice(name, false);
      }
    }
    return new ProfileChoice("default", false);
  }
}
