package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.ProfileLint;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code keyturn explain}: explains how a profile's session will be made, without the network. */
public final class ExplainCommand implements Command {

  private static final ValueOption<String> SAVE_AS =
      Option.text("--save-as", "NAME", "Show the plan for 'keyturn login --save-as NAME'.");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final ProfileLint lint;
  private final Output output;

  public ExplainCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      ProfileLint lint,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.lint = lint;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            ProfileChoice.OPTION,
            PlanOptions.DURATION,
            PlanOptions.ROLE,
            SAVE_AS,
            CommonOptions.OUTPUT)
        .rarely(PolicyOptions.ALL)
        .rarely(PlanOptions.RARE)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS)
        .example("keyturn explain account1", "show the plan; no network is used")
        .example("keyturn explain account1 --output json", "the same for scripts");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    String role = PlanOptions.ROLE.in(arguments).orElse(null);
    String saveAs = SAVE_AS.in(arguments).orElse(null);
    PlanRequest request = PlanOptions.request(arguments, profile, role, saveAs, environment);
    PlannedProfile planned = profiles.plan(request);
    SessionPlan plan = withFindings(withRememberedDevice(planned.plan()));
    if (CommonOptions.wantsJson(arguments)) {
      output.line(PlanJson.of(plan));
    } else {
      output.text(PlanText.of(plan, planned.files().credentialsFile()));
    }
    return ExitCode.DONE;
  }

  /** The findings at places that no warning of the plan mentions. */
  private SessionPlan withFindings(SessionPlan plan) {
    List<Warning> warnings = new ArrayList<>(plan.warnings());
    for (LintFinding finding : lint.of(List.of(plan.profile()))) {
      if (plan.warnings().stream().noneMatch(it -> finding.origin().equals(it.origin()))) {
        warnings.add(new Warning(finding.rule(), finding.message(), finding.origin()));
      }
    }
    return plan.withWarnings(warnings);
  }

  /** If nothing names the device: the one of the last login with the same key. */
  private SessionPlan withRememberedDevice(SessionPlan plan) {
    MfaDevice device = profiles.device(plan);
    return device == null || device.equals(plan.device())
        ? plan
        : plan.withDevice(device, "remembered");
  }
}
