package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.domain.environment.ChangedEnvironment;
import dev.keyturn.domain.environment.EnvironmentCredentials;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import java.util.ArrayList;
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

  /** The word that names the profile. */
  public static final Argument<String> PROFILE =
      Argument.optional(
          Value.PROFILE,
          "Profile to use (default: AWS_PROFILE, then the profile of this session, then default).");

  /** The same as an option. */
  public static final ValueOption<String> OPTION =
      new ValueOption<>("-p, --profile", Value.PROFILE, "Profile to use, instead of PROFILE.");

  /** The option of commands whose words are something else. */
  public static final ValueOption<String> ONLY_OPTION =
      new ValueOption<>(
          "-p, --profile",
          Value.PROFILE,
          "Profile to use (default: AWS_PROFILE, then the profile of this session, then default).");

  /** The option where several profiles may be named. */
  public static final RepeatedOption<String> OPTIONS =
      new RepeatedOption<>(
          "-p, --profile",
          Value.PROFILE,
          "Profile to use, instead of PROFILE; repeat it for several. A pattern such as 'dev-*'"
              + " selects all profiles that it matches.");

  /** The profile where none is named. */
  public static final String DEFAULT = "default";

  /** In the order of the AWS CLI; only boto3 prefers the second to the first. */
  private static final List<Variable> VARIABLES =
      List.of(Variable.AWS_PROFILE, Variable.AWS_DEFAULT_PROFILE);

  /** For a command with {@link #PROFILE} and {@link #OPTION}. */
  public static ProfileChoice of(Arguments arguments, Map<String, String> environment) {
    String word = PROFILE.firstIn(arguments).orElse("");
    String option = OPTION.in(arguments, "");
    if (!word.isEmpty() && !option.isEmpty()) {
      throw new Failure.Usage(
              "the profile is given twice: '" + word + "' and --profile '" + option + "'",
              arguments.typed().without(OPTION))
          .exception();
    }
    return of(word.isEmpty() ? option : word, environment);
  }

  /** The profile called {@code name}; when that is empty, the one that the environment names. */
  public static ProfileChoice of(String name, Map<String, String> environment) {
    return name.isEmpty() ? implicit(environment) : new ProfileChoice(name, true);
  }

  /** The names and patterns in {@code words} and {@link #OPTIONS}; empty when there is none. */
  public static List<String> typed(List<String> words, Arguments arguments) {
    List<String> names = new ArrayList<>(words);
    names.addAll(OPTIONS.in(arguments));
    return names;
  }

  /** Whether there is a pattern among {@code names}. */
  public static boolean isPatternIn(List<String> names) {
    boolean pattern = false;
    for (String name : names) {
      pattern |= LogicalProfiles.isPattern(name);
    }
    return pattern;
  }

  /**
   * The profiles that {@code names} refer to, each once.
   *
   * @throws dev.keyturn.domain.failure.FailureException for a pattern that matches none
   */
  public static List<ProfileChoice> meant(List<String> names, AwsConfiguration files) {
    return each(isPatternIn(names) ? LogicalProfiles.meant(files, names) : names);
  }

  /** The profiles called {@code names}, each once. */
  public static List<ProfileChoice> each(List<String> names) {
    List<ProfileChoice> choices = new ArrayList<>();
    for (String name : names) {
      ProfileChoice choice = new ProfileChoice(name, true);
      if (!choices.contains(choice)) {
        choices.add(choice);
      }
    }
    return choices;
  }

  /**
   * The profile if none is typed: from the variables, else the one whose session this shell has.
   */
  public static ProfileChoice implicit(Map<String, String> environment) {
    String named = named(environment);
    String handed = EnvironmentCredentials.profile(environment);
    String known = named.isEmpty() ? handed : named;
    return new ProfileChoice(known.isEmpty() ? DEFAULT : known, false);
  }

  /** Whether neither a variable nor the session here names a profile. */
  public static boolean isUnnamed(Map<String, String> environment) {
    return named(environment).isEmpty() && EnvironmentCredentials.profile(environment).isEmpty();
  }

  /**
   * As {@link #of(Arguments, Map)}, for commands that AWS tools run for any profile: the profile
   * whose session this shell has is ignored.
   */
  public static ProfileChoice ofTools(Arguments arguments, Map<String, String> environment) {
    List<String> ours = List.of(Variable.KEYTURN_PROFILE.name());
    return of(arguments, ChangedEnvironment.without(environment, ours));
  }

  /**
   * Whether no profile was named and the environment has a session, which determines the identity
   * of all programs here: that of another profile, a role, or one unknown to Keyturn.
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
