package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.PrefixedPrograms;
import dev.keyturn.cli.command.profile.HandedProfile;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code exec --each}: runs a program once for each of many profiles. Sessions are made one after
 * the other, so that codes are asked for in order; the programs run in parallel.
 */
final class EachProfile {

  static final RepeatedOption<String> EACH =
      new RepeatedOption<>(
          "--each",
          Value.text("PROFILE[,PROFILE...]"),
          "Run the command once per profile, with the profile's name before each line of output;"
              + " patterns such as 'dev-*' work too.");

  static final ValueOption<Integer> PARALLEL =
      new ValueOption<>(
          "--parallel",
          Value.number(1, 999, 4),
          "How many commands run at the same time with --each: 1 to 999 (default: 8).");

  private static final int DEFAULT_PARALLEL = 8;

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final PrefixedPrograms programs;
  private final Output output;

  EachProfile(
      Map<String, String> environment,
      ProfileCredentials profiles,
      PrefixedPrograms programs,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.programs = programs;
    this.output = output;
  }

  /** The profiles of {@code --each}, each once. */
  static List<String> profiles(Arguments arguments) {
    return EACH.in(arguments).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * Runs {@code command}; the status is the worst of all, including that of a missing session. No
   * program outlives a failure: this process then halts, without running shutdown hooks.
   */
  int run(List<String> names, List<String> command, Arguments arguments) {
    boolean done = false;
    try {
      int worst = worst(names, command, arguments);
      done = true;
      return worst;
    } finally {
      if (!done) {
        programs.end();
      }
    }
  }

  private int worst(List<String> names, List<String> command, Arguments arguments) {
    programs.require(command.get(0));
    ExecutorService threads =
        Executors.newFixedThreadPool(PARALLEL.in(arguments, DEFAULT_PARALLEL));
    try {
      int worst = 0;
      List<Future<Integer>> running = new ArrayList<>();
      for (String name : names) {
        try {
          var variables =
              HandedProfile.of(profiles, new ProfileChoice(name, true), arguments, environment)
                  .variables(Handover.EXEC, environment);
          running.add(threads.submit(() -> programs.run(command, variables, name + ": ")));
        } catch (FailureException e) {
          worst = Math.max(worst, told(name, e.failure(), arguments.typed()));
        }
      }
      for (Future<Integer> one : running) {
        worst = Math.max(worst, one.get());
      }
      return worst;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof FailureException failure
          ? failure
          : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private int told(String profile, Failure failure, TypedCommand typed) {
    if (Nature.stopsEverything(failure)) {
      throw failure.exception();
    }
    output.note("profile '" + profile + "':");
    Failures.print(output, failure, typed, false);
    return ExitCode.of(failure).number();
  }
}
