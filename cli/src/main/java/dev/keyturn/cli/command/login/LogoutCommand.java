package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.use.Logout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code keyturn logout}: ends sessions here, and says what stays. */
public final class LogoutCommand implements Command {

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final Logout logout;
  private final LogoutReport report;

  /** Built on services and ports. */
  public LogoutCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      Logout logout,
      LogoutReport report) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.logout = logout;
    this.report = report;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    spec.addOption(Options.flag("Every session of every profile.", "--all"));
    spec.addOption(Options.repeatable("PROFILE", "The profile.", "-p", "--profile"));
    spec.addPositional(PositionalParamSpec.builder().paramLabel("PROFILE").arity("0..*").build());
  }

  @Override
  public ExitCode run(Arguments arguments) {
    boolean all = arguments.has("--all");
    AwsConfiguration configuration = files.read();
    List<SessionPlan> plans = new ArrayList<>();
    Map<String, Failure> failures = new LinkedHashMap<>();
    boolean typed = all || !arguments.positionals().isEmpty() || arguments.has("--profile");
    for (String profile : profiles(arguments, configuration)) {
      try {
        plans.add(planner.planOffline(configuration, profile, typed, environment));
      } catch (FailureException e) {
        failures.put(profile, e.failure());
      }
    }
    List<Logout.Result> results = logout.logout(plans, configuration);
    if (!all) {
      report.print(results, failures, arguments.wantsJson());
      return failures.values().stream().findFirst().map(ExitCode::of).orElse(ExitCode.DONE);
    }
    // A profile that cannot be planned has no session of its own; what it had is forgotten here.
    List<String> others = logout.forgetAll(configuration);
    report.printAll(results, others, arguments.wantsJson());
    return ExitCode.DONE;
  }

  private List<String> profiles(Arguments arguments, AwsConfiguration configuration) {
    List<String> names = new ArrayList<>(arguments.positionals());
    names.addAll(arguments.texts("--profile"));
    if (!arguments.has("--all")) {
      return names.isEmpty()
          ? List.of(ProfileChoice.implicit(environment).name())
          : names.stream().distinct().toList();
    }
    if (!names.isEmpty()) {
      throw new Failure.Usage("--all and profiles were given", "give one of them").exception();
    }
    return LogicalProfiles.of(configuration);
  }
}
