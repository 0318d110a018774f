package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentSyntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.HandedProfile;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.SessionVariables;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Map;

/** {@code keyturn env}: a profile's credentials as variables, for a shell or a file. */
public final class EnvCommand implements Command {

  private static final ValueOption<EnvironmentSyntax> FORMAT =
      new ValueOption<>(
          "--format",
          Value.oneOf(EnvironmentSyntax.values()),
          "Output format (default: the language of your shell; dotenv with --file).");

  private static final Flag UNSET =
      Option.flag("--unset", "Remove the variables instead of setting them.");

  private static final ValueOption<String> FILE =
      Option.file("--file", "Merge the variables into this .env file.");

  private static final Flag ALLOW_TRACKED =
      Option.flag("--allow-tracked", "Write the file even if git does not ignore it.");

  private static final Flag KEEP_MODE = Option.flag("--keep-mode", "Do not make the file private.");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final ShellFormats formats;
  private final DotenvFiles dotenv;
  private final Output output;

  public EnvCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      ShellFormats formats,
      DotenvFiles dotenv,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.formats = formats;
    this.dotenv = dotenv;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            FORMAT,
            UNSET,
            FILE,
            ALLOW_TRACKED,
            KEEP_MODE,
            ProfileChoice.OPTION,
            PlanOptions.DURATION,
            PlanOptions.ROLE,
            HandedProfile.MIN_REMAINING,
            HandedProfile.REQUIRE_MFA)
        .rarely(PolicyOptions.ALL)
        .rarely(PlanOptions.RARE)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("eval \"$(keyturn env account1)\"", "use the session in this shell")
        .example("keyturn env account1 --file .env", "merge the variables into .env");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    String file = FILE.in(arguments, "");
    EnvironmentSyntax syntax = FORMAT.in(arguments, formats.own());
    if (!file.isEmpty()) {
      return merge(profile, file, arguments);
    }
    if (UNSET.in(arguments)) {
      return unset(arguments, syntax);
    }
    return print(handed(profile, arguments), syntax);
  }

  private HandedProfile handed(ProfileChoice profile, Arguments arguments) {
    HandedProfile handed = HandedProfile.of(profiles, profile, arguments, environment);
    warnOfEnvironmentKeys(profile);
    return handed;
  }

  /** Long-term keys in the environment take precedence over every profile, in all AWS tools. */
  private void warnOfEnvironmentKeys(ProfileChoice profile) {
    boolean keys = Variable.AWS_ACCESS_KEY_ID.isSet(environment);
    boolean session = Variable.AWS_SESSION_TOKEN.isSet(environment);
    if (keys && !session) {
      output.note(
          "AWS_ACCESS_KEY_ID is set and takes precedence over profile '" + profile.name() + "'");
      output.error("hint: unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY");
    }
  }

  private ExitCode print(HandedProfile handed, EnvironmentSyntax syntax) {
    if (syntax == EnvironmentSyntax.JSON) {
      output.line(ProcessJson.of(handed.credentials()));
    } else {
      output.data(formats.render(syntax, handed.variables(Handover.ENV, environment)));
    }
    return ExitCode.DONE;
  }

  private ExitCode unset(Arguments arguments, EnvironmentSyntax syntax) {
    if (syntax == EnvironmentSyntax.JSON) {
      throw new Failure.Usage("json cannot remove a variable", arguments.typed().without(FORMAT))
          .exception();
    }
    output.data(formats.render(syntax, SessionVariables.noneIn(environment)));
    return ExitCode.DONE;
  }

  private ExitCode merge(ProfileChoice profile, String file, Arguments arguments) {
    if (FORMAT.in(arguments, EnvironmentSyntax.DOTENV) != EnvironmentSyntax.DOTENV) {
      throw new Failure.Usage(
              "--file only supports the format dotenv",
              arguments.typed().without(FILE) + " > " + ShellCommand.of(file))
          .exception();
    }
    dotenv.checkIgnored(file, ALLOW_TRACKED.in(arguments));
    EnvironmentChange change = change(profile, arguments);
    dotenv.merge(file, change, KEEP_MODE.in(arguments));
    output.line(
        file + ": " + (change.set().isEmpty() ? "no session" : "session of " + profile(change)));
    return ExitCode.DONE;
  }

  private EnvironmentChange change(ProfileChoice profile, Arguments arguments) {
    if (UNSET.in(arguments)) {
      return SessionVariables.none(environment);
    }
    return handed(profile, arguments).variables(Handover.ENV, environment);
  }

  private static String profile(EnvironmentChange change) {
    return String.valueOf(change.set().get(Variable.KEYTURN_PROFILE.name()));
  }
}
