package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileSession;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.HandOver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keyturn credential-process}: what AWS tools run to get a profile's credentials. */
public final class CredentialProcessCommand implements Command {

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final HandOver handOver;
  private final ProcessLine line;
  private final Output output;

  /** Built on services and ports; {@code line} writes the configuration for AWS tools. */
  public CredentialProcessCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      HandOver handOver,
      ProcessLine line,
      Output output) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.handOver = handOver;
    this.line = line;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addProfile(spec);
    spec.addOption(Options.duration("Renew if less than this is left.", "--min-remaining"));
    spec.addOption(Options.flag("Refuse to hand over long-term keys.", "--require-mfa"));
    spec.addOption(Options.flag("Write the line into the config file.", "--install"));
    spec.addOption(Options.flag("Send keys and codes over plain http.", "--allow-http"));
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.ofTools(arguments, environment);
    if (arguments.has("--install")) {
      return install(profile);
    }
    return print(
        PlanOptions.request(arguments, profile, environment),
        ProfileSession.demand(arguments, environment),
        arguments.has("--require-mfa"));
  }

  /** Without options. */
  public ExitCode run(ProfileChoice profile) {
    PlanRequest request = PlanRequest.of(profile.name(), environment).withTyped(profile.explicit());
    return print(request, ProfileSession.valid(environment), false);
  }

  private ExitCode print(PlanRequest request, FreshnessRequirement demand, boolean requireMfa) {
    AwsConfiguration configuration = files.read();
    SessionPlan plan = planner.plan(configuration, request);
    output.line(ProcessJson.of(handOver.obtain(plan, configuration, demand, requireMfa)));
    return ExitCode.DONE;
  }

  private ExitCode install(ProfileChoice profile) {
    String section = profile.name().equals("default") ? "default" : "profile " + profile.name();
    String value = line.of(profile.name());
    planner.plan(files.read(), PlanRequest.of(profile.name(), environment));
    files.edit(
        FileKind.CONFIG,
        current -> {
          checkNothingWins(current, profile.name());
          return List.of(new Change.Set(section, "credential_process", value));
        });
    output.line("[" + section + "] credential_process = " + value);
    return ExitCode.DONE;
  }

  /** AWS tools look for keys in the credentials file first, and for a role before either. */
  private void checkNothingWins(AwsConfiguration current, String profile) {
    Optional<String> key =
        current.credentials(profile).flatMap(it -> it.value("aws_access_key_id"));
    if (key.isPresent()) {
      throw wins(
          profile,
          "[" + profile + "] of the credentials file holds keys",
          key.get().startsWith("ASIA") ? "keyturn logout " + profile : elsewhere(profile));
    }
    if (current.profile(profile).flatMap(it -> it.value("role_arn")).isPresent()) {
      throw wins(profile, "profile '" + profile + "' has role_arn", elsewhere(profile));
    }
  }

  /** Under another name; without source_profile, which the SDK for Go takes for half a role. */
  private String elsewhere(String profile) {
    return "keyturn config set profile."
        + profile
        + "-tools.credential_process \""
        + line.of(profile)
        + '"';
  }

  private static RuntimeException wins(String profile, String what, String hint) {
    return new ProfileFailure.ForbiddenTarget(
            profile, what + ", which AWS tools would use instead", hint)
        .exception();
  }
}
