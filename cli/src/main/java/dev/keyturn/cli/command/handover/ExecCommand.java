package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.LocalClock;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.line.TimeText;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.PrefixedPrograms;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileSession;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code keyturn exec}: runs a program, or a shell, with a profile's credentials. */
public final class ExecCommand implements Command {

  private final Map<String, String> environment;
  private final ProfileSession session;
  private final Programs programs;
  private final Supplier<ServedProgram> served;
  private final Supplier<PrefixedPrograms> prefixed;
  private final LocalClock clock;
  private final Output output;

  /**
   * Built on services and ports.
   *
   * @param served runs a program with an endpoint; asked for only then
   * @param prefixed runs programs beside each other; asked for only then
   */
  public ExecCommand(
      Map<String, String> environment,
      ProfileSession session,
      Programs programs,
      Supplier<ServedProgram> served,
      Supplier<PrefixedPrograms> prefixed,
      LocalClock clock,
      Output output) {
    this.environment = environment;
    this.session = session;
    this.programs = programs;
    this.served = served;
    this.prefixed = prefixed;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(Options.option("PROFILE", "The profile.", "-p", "--profile"));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PROFILE | -- COMMAND")
            .arity("0..*")
            .description("The profile, then -- and what to run; your shell when nothing follows.")
            .build());
    ProfileSession.declare(spec);
    spec.addOption(
        Options.flag("Give it an endpoint that renews, instead of keys that end.", "--server"));
    spec.addOption(
        Options.repeatable(
            "PROFILE,…", "Run it once for each profile, its output marked.", "--each"));
    spec.addOption(Options.option("N", "With --each, so many at once; 8.", "--parallel"));
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    List<String> words = arguments.beforeDashes();
    if (arguments.has("--each")) {
      return each(arguments, words);
    }
    ProfileChoice profile = ProfileChoice.of(arguments, words, environment);
    List<String> command = arguments.afterDashes();
    checkWords(words, command);
    if (command.isEmpty()) {
      checkNotInside();
    }
    if (arguments.has("--server")) {
      return serve(profile, arguments, command);
    }
    if (command.isEmpty()) {
      return shell(profile, session.of(profile, arguments).variables(Handover.EXEC, environment));
    }
    programs.require(command.get(0));
    return run(command, session.of(profile, arguments).variables(Handover.EXEC, environment));
  }

  /** Without options. */
  public ExitStatus run(ProfileChoice profile, List<String> command) {
    programs.require(command.get(0));
    return run(command, session.of(profile).variables(Handover.EXEC, environment));
  }

  private ExitStatus each(Arguments arguments, List<String> words) {
    List<String> profiles = EachProfile.profiles(arguments);
    List<String> command = arguments.afterDashes();
    boolean another = !words.isEmpty() || arguments.has("--profile") || arguments.has("--server");
    if (another || profiles.isEmpty() || command.isEmpty()) {
      throw usage(
          "--each takes profiles and a command, and neither --server nor another profile",
          "keyturn exec --each dev,prod -- COMMAND");
    }
    checkWords(words, command);
    return new ExitStatus.OfProgram(
        new EachProfile(environment, session, prefixed.get(), output)
            .run(profiles, command, arguments));
  }

  private ExitStatus serve(ProfileChoice profile, Arguments arguments, List<String> command) {
    if (command.isEmpty()) {
      output.note(
          "a shell with sessions of '" + profile.name() + "', renewed as it runs; exit leaves it");
    }
    return new ExitStatus.OfProgram(
        served
            .get()
            .run(
                PlanOptions.request(arguments, profile, environment),
                ProfileSession.demand(arguments, environment),
                command,
                environment));
  }

  private ExitStatus run(List<String> command, EnvironmentChange variables) {
    return new ExitStatus.OfProgram(programs.run(command, variables));
  }

  private ExitStatus shell(ProfileChoice profile, EnvironmentChange variables) {
    String until = variables.set().get(Variable.AWS_CREDENTIAL_EXPIRATION.name());
    output.note(
        "a shell with the session of '"
            + profile.name()
            + "'"
            + (until == null ? "" : ", until " + end(Instant.parse(until)))
            + "; exit leaves it");
    return new ExitStatus.OfProgram(programs.runShell(variables));
  }

  private String end(Instant end) {
    String left = TimeText.left(Duration.between(clock.instant(), end));
    return TimeText.local(end, clock) + " (" + left + ")";
  }

  private static void checkWords(List<String> words, List<String> command) {
    if (words.size() > 1 && command.isEmpty()) {
      String typed = String.join(" ", words.subList(1, words.size()));
      throw usage(
          "the command to run stands behind --", "keyturn exec " + words.get(0) + " -- " + typed);
    }
    if (words.size() > 1) {
      throw usage("exec takes one profile", "keyturn exec " + words.get(0) + " -- COMMAND");
    }
    if (!command.isEmpty() && (command.get(0).isEmpty() || command.get(0).startsWith("-"))) {
      throw usage(
          "'" + command.get(0) + "' is no command", "keyturn exec PROFILE -- COMMAND ARGUMENT");
    }
  }

  private void checkNotInside() {
    String inside = Variable.KEYTURN_PROFILE.in(environment);
    if (!inside.isEmpty()) {
      throw usage(
          "this shell has the session of '" + inside + "' already; a shell in a shell confuses",
          "leave it first: exit, or aws_env --clear; or run one command: keyturn exec PROFILE --"
              + " COMMAND");
    }
  }

  private static RuntimeException usage(String message, String hint) {
    return new Failure.Usage(message, hint).exception();
  }
}
