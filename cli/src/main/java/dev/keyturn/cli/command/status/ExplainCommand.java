package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.KeyMemory;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keyturn explain}: how a profile's session will be made, and why. No network. */
public final class ExplainCommand implements Command {

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final KeyMemory memory;
  private final Output output;

  /** Built on services and ports. */
  public ExplainCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      KeyMemory memory,
      Output output) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.memory = memory;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    Options.addProfile(spec);
    PlanOptions.addTo(spec);
    spec.addOption(
        Options.option("NAME", "As if this section were to take the session.", "--save-as"));
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    PlanRequest request = PlanOptions.request(arguments, profile, environment);
    AwsConfiguration configuration = files.read();
    SessionPlan plan = withRememberedDevice(planner.plan(configuration, request));
    if (arguments.wantsJson()) {
      output.line(PlanJson.of(plan));
    } else {
      output.text(PlanText.of(plan, configuration.credentialsFile()));
    }
    return ExitCode.DONE;
  }

  /** Where neither files nor options name one: that of the last login with the same key. */
  private SessionPlan withRememberedDevice(SessionPlan plan) {
    Optional<String> key = plan.longTermKey().map(AccessKey::id);
    return plan.device() != null || !plan.needsCode()
        ? plan
        : key.flatMap(memory::device)
            .map(device -> plan.withDevice(device, "remembered"))
            .orElse(plan);
  }
}
