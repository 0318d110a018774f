package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import dev.keyturn.cli.command.port.EnvironmentSyntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileSession;
import dev.keyturn.cli.command.profile.ProfileSession.Handed;
import dev.keyturn.cli.command.profile.SessionVariables;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code keyturn env}: a profile's credentials as variables, for a shell or a file. */
public final class EnvCommand implements Command {

  private final Map<String, String> environment;
  private final ProfileSession session;
  private final EnvironmentSyntax ownShell;
  private final Function<EnvironmentSyntax, EnvironmentFormat> formats;
  private final DotenvFiles dotenv;
  private final Output output;

  /**
   * Built on services and ports.
   *
   * @param ownShell the language of the shell that the user works in
   * @param formats the renderers
   */
  public EnvCommand(
      Map<String, String> environment,
      ProfileSession session,
      EnvironmentSyntax ownShell,
      Function<EnvironmentSyntax, EnvironmentFormat> formats,
      DotenvFiles dotenv,
      Output output) {
    this.environment = environment;
    this.session = session;
    this.ownShell = ownShell;
    this.formats = formats;
    this.dotenv = dotenv;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addProfile(spec);
    spec.addOption(
        OptionSpec.builder("--format")
            .paramLabel("bash|zsh|sh|fish|powershell|cmd|nu|dotenv|json|docker")
            .type(EnvironmentSyntax.class)
            .converters(EnvCommand::syntax)
            .description("How to write them; that of your shell when it is not given.")
            .build());
    spec.addOption(Options.flag("Remove the variables instead.", "--unset"));
    spec.addOption(Options.option("FILE", "Merge them into this .env file.", "--file"));
    spec.addOption(
        Options.flag("Write the file though git does not ignore it.", "--allow-tracked"));
    ProfileSession.declare(spec);
  }

  /**
   * The syntax that {@code word} names.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when it names none
   */
  public static EnvironmentSyntax syntax(String word) {
    for (EnvironmentSyntax syntax : EnvironmentSyntax.values()) {
      if (syntax.label().equals(word)) {
        return syntax;
      }
    }
    throw new Failure.Usage(
            "there is no format '" + word + "'",
            "bash, zsh, sh, fish, powershell, cmd, nu, dotenv, json or docker")
        .exception();
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    String file = arguments.text("--file").orElse("");
    EnvironmentSyntax syntax = arguments.value("--format", ownShell);
    if (!file.isEmpty()) {
      return merge(profile, file, arguments);
    }
    if (arguments.has("--unset")) {
      return unset(syntax);
    }
    return print(session.of(profile, arguments), profile, syntax);
  }

  /** Without options; {@code syntax} is the own shell's when it is empty. */
  public ExitCode run(ProfileChoice profile, String syntax) {
    EnvironmentSyntax chosen = syntax.isEmpty() ? ownShell : syntax(syntax);
    return print(session.of(profile), profile, chosen);
  }

  private ExitCode print(Handed handed, ProfileChoice profile, EnvironmentSyntax syntax) {
    session.warnOfEnvironmentKeys(profile);
    if (syntax == EnvironmentSyntax.JSON) {
      output.line(ProcessJson.of(handed.credentials()));
    } else {
      output.text(formats.apply(syntax).render(handed.variables(Handover.ENV, environment)));
    }
    return ExitCode.DONE;
  }

  private ExitCode unset(EnvironmentSyntax syntax) {
    if (syntax == EnvironmentSyntax.JSON) {
      throw new Failure.Usage("json has no way to remove a variable", "keyturn env --unset")
          .exception();
    }
    output.text(formats.apply(syntax).render(SessionVariables.none(environment)));
    return ExitCode.DONE;
  }

  private ExitCode merge(ProfileChoice profile, String file, Arguments arguments) {
    if (arguments.value("--format", EnvironmentSyntax.DOTENV) != EnvironmentSyntax.DOTENV) {
      throw new Failure.Usage(
              "--file writes dotenv files only",
              "keyturn env --format docker " + profile.name() + " > FILE")
          .exception();
    }
    dotenv.checkIgnored(file, arguments.has("--allow-tracked"));
    EnvironmentChange change = change(profile, arguments);
    dotenv.merge(file, change);
    output.line(
        file + ": " + (change.set().isEmpty() ? "no session" : "session of " + profile(change)));
    return ExitCode.DONE;
  }

  private EnvironmentChange change(ProfileChoice profile, Arguments arguments) {
    if (arguments.has("--unset")) {
      return SessionVariables.none(environment);
    }
    Handed handed = session.of(profile, arguments);
    session.warnOfEnvironmentKeys(profile);
    return handed.variables(Handover.ENV, environment);
  }

  private static String profile(EnvironmentChange change) {
    return String.valueOf(change.set().get(Variable.KEYTURN_PROFILE.name()));
  }
}
