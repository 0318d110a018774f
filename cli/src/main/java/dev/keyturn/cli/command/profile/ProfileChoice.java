package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.domain.environment.EnvironmentCredentials;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The profile a command is about: the positional argument or {@code --profile}, else {@code
 * AWS_PROFILE}, else {@code AWS_DEFAULT_PROFILE}, else {@code KEYTURN_PROFILE}, else {@code
 * default}.
 *
 * @param name the profile
 * @param explicit whether it was typed
 */
public record ProfileChoice(String name, boolean explicit) {

  private static final String DEFAULT = "default";

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

  /** The profile when none is typed: of the variables, else the one handed over here. */
  public static ProfileChoice implicit(Map<String, String> environment) {
    String named = named(environment);
    String handed = EnvironmentCredentials.profile(environment);
    String known = named.isEmpty() ? handed : named;
    return new ProfileChoice(known.isEmpty() ? DEFAULT : known, false);
  }

  /**
   * As {@link #of(Arguments, Map)}, for what AWS tools run on behalf of any profile: whose session
   * was handed over here says nothing.
   */
  public static ProfileChoice ofTools(Arguments arguments, Map<String, String> environment) {
    Map<String, String> tools = new HashMap<>(environment);
    tools.remove(Variable.KEYTURN_PROFILE.name());
    return of(arguments, tools);
  }

  /**
   * Whether nobody has named a profile and the environment has a session, whose identity every
   * program here has: that of another profile, a role, or of nobody that Keyturn knows.
   */
  public boolean isOfEnvironment(Map<String, String> environment) {
    return !explicit
        && named(environment).isEmpty()
        && EnvironmentCredentials.areKeys(environment)
        && Variable.AWS_SESSION_TOKEN.isSet(environment);
  }

  private static String named(Map<String, String> environment) {
    for (Variable variable : VARIABLES) {
      if (variable.isSet(environment)) {
        return variable.in(environment);
      }
    }
    return "";
  }
}
