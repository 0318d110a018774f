package dev.keyturn.command;

import dev.keyturn.command.port.Output;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.AwsConfiguration;
import dev.keyturn.domain.profile.LogicalProfiles;
import dev.keyturn.domain.profile.PlanRequest;
import dev.keyturn.domain.profile.ProfileFiles;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlan.Base;
import dev.keyturn.domain.profile.SessionPlan.Target;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.session.Logout;
import java.util.ArrayList;
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
  private final Output output;

  /** Built on services and ports. */
  public LogoutCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      Logout logout,
      Output output) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.logout = logout;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(Options.flag("Every session of every profile.", "--all"));
    spec.addOption(Options.repeatable("PROFILE", "The profile.", "-p", "--profile"));
    spec.addPositional(PositionalParamSpec.builder().paramLabel("PROFILE").arity("0..*").build());
  }

  @Override
  public ExitCode run(Arguments arguments) {
    AwsConfiguration configuration = files.read();
    List<ProfileChoice> profiles = profiles(arguments, configuration);
    for (ProfileChoice profile : profiles) {
      SessionPlan plan;
      try {
        plan = planner.plan(configuration, PlanRequest.of(profile.name(), environment));
      } catch (FailureException e) {
        if (!arguments.has("--all")) {
          throw e;
        }
        continue;
      }
      Logout.Result result = logout.logout(plan, configuration);
      if (!arguments.has("--all") || !result.isEmpty()) {
        output.line(profile.name() + ": " + text(plan, result));
      }
    }
    if (arguments.has("--all")) {
      logout.forgetAll();
      output.line("Keyturn keeps no session any more");
    }
    return ExitCode.DONE;
  }

  private List<ProfileChoice> profiles(Arguments arguments, AwsConfiguration configuration) {
    if (arguments.has("--all")) {
      return LogicalProfiles.of(configuration).stream()
          .map(name -> new ProfileChoice(name, true))
          .toList();
    }
    List<String> names = new ArrayList<>(arguments.positionals());
    names.addAll(arguments.texts("--profile"));
    return names.isEmpty()
        ? List.of(ProfileChoice.implicit(environment))
        : names.stream().distinct().map(name -> new ProfileChoice(name, true)).toList();
  }

  private static String text(SessionPlan plan, Logout.Result result) {
    String forgotten = result.kept() == 0 ? "no session was kept" : "session forgotten";
    List<String> places = new ArrayList<>();
    Target target = plan.target();
    if (result.fromFile() && target != null) {
      places.add("[" + target.section() + "]");
    }
    if (result.fromAwsCli()) {
      places.add("the AWS CLI's cache");
    }
    String keys = places.isEmpty() ? "" : ", its keys taken out of " + String.join(" and ", places);
    return forgotten + keys + stays(plan);
  }

  private static String stays(SessionPlan plan) {
    return plan.base() instanceof Base.Keys keys
        ? "; the long-term keys in [" + keys.profile() + "] stay"
        : "";
  }
}
