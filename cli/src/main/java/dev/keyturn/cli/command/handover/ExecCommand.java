package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.HandedProfile;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code keyturn exec}: runs a program, or a shell, with a profile's credentials. */
public final class ExecCommand implements Command {

  /** One profile; further words are a command whose {@code --} is missing. */
  private static final Argument<String> WORDS =
      Argument.any(Value.PROFILE, "Profile to use (default: AWS_PROFILE, then default).");

  private static final Argument<String> COMMAND =
      Argument.command("Command to run, with its arguments (default: your shell).");

  private static final Flag SERVER =
      Option.flag(
          "--server",
          "Give the command a credential endpoint that renews itself, instead of fixed keys.");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final ProgramRunners runners;
  private final LocalClock clock;
  private final Output output;

  public ExecCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      ProgramRunners runners,
      LocalClock clock,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.runners = runners;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            SERVER,
            EachProfile.EACH,
            EachProfile.PARALLEL,
            ProfileChoice.OPTION,
            PlanOptions.DURATION,
            PlanOptions.ROLE,
            HandedProfile.MIN_REMAINING,
            HandedProfile.REQUIRE_MFA)
        .rarely(PolicyOptions.ALL)
        .rarely(PlanOptions.RARE)
        .starting(Start.SERVE, SERVER, EachProfile.EACH)
        .taking(WORDS, COMMAND);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NOT_EXECUTABLE, ExitCode.NOT_FOUND)
        .example("keyturn exec account1 -- aws s3 ls", "run one command")
        .example("keyturn exec account1", "start your shell")
        .example("keyturn exec --server admin -- ./long", "keep credentials fresh while it runs")
        .example("keyturn exec --each dev,prod -- aws s3 ls", "run it once per profile");
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    List<String> words = WORDS.in(arguments);
    List<String> command = COMMAND.in(arguments);
    if (EachProfile.EACH.isIn(arguments)) {
      return each(arguments, words, command);
    }
    ProfileChoice profile = profile(arguments, words);
    checkWords(words, command);
    if (command.isEmpty()) {
      checkNotInside(arguments);
    }
    if (SERVER.in(arguments)) {
      return serve(profile, arguments, command);
    }
    if (command.isEmpty()) {
      return shell(profile, variables(profile, arguments));
    }
    runners.direct().require(command.get(0));
    return run(command, variables(profile, arguments));
  }

  private EnvironmentChange variables(ProfileChoice profile, Arguments arguments) {
    return HandedProfile.of(profiles, profile, arguments, environment)
        .variables(Handover.EXEC, environment);
  }

  private ProfileChoice profile(Arguments arguments, List<String> words) {
    String option = ProfileChoice.OPTION.in(arguments, "");
    if (!words.isEmpty() && !option.isEmpty()) {
      throw usage(
          "the profile is given twice: '" + words.get(0) + "' and --profile '" + option + "'",
          arguments.typed().without(ProfileChoice.OPTION));
    }
    String name = words.isEmpty() ? option : words.get(0);
    if (LogicalProfiles.isPattern(name)) {
      throw usage(
          "'" + name + "' is a pattern; to run the command for each profile, use --each",
          ShellCommand.of("keyturn", "exec", "--each", name, "--", "COMMAND"));
    }
    return ProfileChoice.of(name, environment);
  }

  private ExitStatus each(Arguments arguments, List<String> words, List<String> command) {
    List<String> names = EachProfile.profiles(arguments);
    boolean another =
        !words.isEmpty() || ProfileChoice.OPTION.isIn(arguments) || SERVER.in(arguments);
    if (another || names.isEmpty() || command.isEmpty()) {
      boolean named = words.isEmpty() && !names.isEmpty();
      throw usage(
          "--each needs profiles and a command; it cannot be used with --server or other profiles",
          named && !command.isEmpty()
              ? arguments.typed().without(SERVER, ProfileChoice.OPTION)
              : "keyturn exec --each dev,prod -- COMMAND");
    }
    checkWords(words, command);
    return new ExitStatus.OfProgram(
        new EachProfile(environment, profiles, runners.prefixed().get(), output)
            .run(
                ProfileChoice.isPatternIn(names)
                    ? LogicalProfiles.meant(profiles.files(), names)
                    : names,
                command,
                arguments));
  }

  private ExitStatus serve(ProfileChoice profile, Arguments arguments, List<String> command) {
    if (command.isEmpty()) {
      output.note(
          "a shell with sessions of '"
              + profile.name()
              + "', renewed as it runs; type exit to"
              + " leave it");
    }
    return new ExitStatus.OfProgram(
        runners
            .served()
            .get()
            .run(
                PlanOptions.request(arguments, profile, environment),
                HandedProfile.demand(arguments, environment),
                command,
                environment));
  }

  private ExitStatus run(List<String> command, EnvironmentChange variables) {
    return new ExitStatus.OfProgram(runners.direct().run(command, variables));
  }

  private ExitStatus shell(ProfileChoice profile, EnvironmentChange variables) {
    String until = variables.set().get(Variable.AWS_CREDENTIAL_EXPIRATION.name());
    output.note(
        "a shell with the session of '"
            + profile.name()
            + "'"
            + (until == null ? "" : ", until " + end(Instant.parse(until)))
            + "; type exit to leave it");
    return new ExitStatus.OfProgram(runners.direct().runShell(variables));
  }

  private String end(Instant end) {
    String left = TimeText.left(Duration.between(clock.instant(), end));
    return TimeText.local(end, clock) + " (" + left + ")";
  }

  private static void checkWords(List<String> words, List<String> command) {
    if (words.size() > 1 && command.isEmpty()) {
      String typed = ShellCommand.of(words.subList(1, words.size()).toArray(String[]::new));
      throw usage("put the command to run after --", exec(words.get(0)) + " -- " + typed);
    }
    if (words.size() > 1) {
      throw usage("exec takes one profile", exec(words.get(0)) + " -- COMMAND");
    }
    if (!command.isEmpty() && (command.get(0).isEmpty() || command.get(0).startsWith("-"))) {
      throw usage(
          "'" + command.get(0) + "' is not a command", "keyturn exec PROFILE -- COMMAND ARGUMENT");
    }
  }

  private void checkNotInside(Arguments arguments) {
    String inside = Variable.KEYTURN_PROFILE.in(environment);
    if (!inside.isEmpty()) {
      throw usage(
          "you are already in a session shell for '"
              + inside
              + "'; session shells cannot be nested",
          "leave it first: exit, or aws_env --clear; or run one command: "
              + arguments.typed().without()
              + " -- COMMAND");
    }
  }

  private static String exec(String profile) {
    return ShellCommand.of("keyturn", "exec", profile);
  }

  private static RuntimeException usage(String message, String hint) {
    return new Failure.Usage(message, hint).exception();
  }
}
