package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.HandedProfile;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code keyturn credential-process}: what AWS tools run to get a profile's credentials. */
public final class CredentialProcessCommand implements Command {

  private static final Flag INSTALL =
      Option.flag("--install", "Set credential_process of the profile in the config file.");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final ProfileFiles files;
  private final ProcessLine line;
  private final Output output;

  /** Takes its collaborators. */
  public CredentialProcessCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      ProfileFiles files,
      ProcessLine line,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.files = files;
    this.line = line;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            ProfileChoice.OPTION, HandedProfile.MIN_REMAINING, HandedProfile.REQUIRE_MFA, INSTALL)
        .rarely(PlanOptions.PROMPT, PlanOptions.ALLOW_HTTP)
        .rarely(PolicyOptions.ALL)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example(
            "keyturn credential-process account1 --install", "tell AWS tools to run this command")
        .example("keyturn credential-process account1", "print the JSON that AWS tools read");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.ofTools(arguments, environment);
    if (INSTALL.in(arguments)) {
      return install(profile);
    }
    HandedProfile handed = HandedProfile.of(profiles, profile, arguments, environment);
    output.line(ProcessJson.of(handed.credentials()));
    return ExitCode.DONE;
  }

  private ExitCode install(ProfileChoice profile) {
    String section = profile.name().equals("default") ? "default" : "profile " + profile.name();
    String value = line.of(profile.name());
    profiles.plan(PlanRequest.of(profile.name(), environment));
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
          "[" + profile + "] of the credentials file contains keys",
          key.get().startsWith("ASIA")
              ? ShellCommand.of("keyturn", "logout", profile)
              : elsewhere(profile));
    }
    if (current.profile(profile).flatMap(it -> it.value("role_arn")).isPresent()) {
      throw wins(profile, "profile '" + profile + "' has role_arn", elsewhere(profile));
    }
  }

  /** Under another name; without source_profile, which the SDK for Go takes for half a role. */
  private String elsewhere(String profile) {
    return ShellCommand.of(
        "keyturn",
        "config",
        "set",
        "profile." + profile + "-tools.credential_process",
        line.of(profile));
  }

  private static RuntimeException wins(String profile, String what, String hint) {
    return new ProfileFailure.ForbiddenTarget(
            profile, what + ", which AWS tools would use instead", hint)
        .exception();
  }
}
