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
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.Suffixes;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code keyturn credential-process}: what AWS tools run to get a profile's credentials. */
public final class CredentialProcessCommand implements Command {

  private static final Flag INSTALL =
      Option.flag(
          "--install",
          "Set credential_process of the profile in the config file; for a role, of a new profile"
              + " called PROFILE-tools.");

  /** How the change is called where it can be undone. */
  private static final String INSTALLED = "credential-process --install";

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final Supplier<FileEdits> edits;
  private final ProcessLine line;
  private final Output output;

  /**
   * Takes its collaborators.
   *
   * @param edits changes the config file; what AWS tools ask for all day has no use for it
   */
  public CredentialProcessCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      Supplier<FileEdits> edits,
      ProcessLine line,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.edits = edits;
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
            "keyturn credential-process account1 --install", "set up AWS tools to run this command")
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
    PlannedProfile planned = profiles.plan(PlanRequest.of(profile.name(), environment));
    String name = isRole(planned) ? profile.name() + Suffixes.TOOLS : profile.name();
    String section = name.equals("default") ? "default" : "profile " + name;
    String value = line.of(profile.name());
    AwsConfiguration files = planned.files();
    checkNothingTakesPrecedence(files, name, value);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Set(section, "credential_process", value));
    if (isRole(planned) && files.profile(name).isEmpty()) {
      settings(planned.plan())
          .forEach((key, text) -> changes.add(new Change.Set(section, key, text)));
    }
    edits.get().change(FileKind.CONFIG, files.configFile(), INSTALLED, changes);
    output.line("[" + section + "] credential_process = " + value);
    output.error(
        "next: " + ShellCommand.of("aws", "sts", "get-caller-identity", "--profile", name));
    return ExitCode.DONE;
  }

  /**
   * AWS tools assume such a role themselves, so Keyturn's credentials are for a separate profile.
   */
  private static boolean isRole(PlannedProfile planned) {
    return planned.files().profile(planned.plan().profile()).stream()
        .anyMatch(it -> it.filled("role_arn").isPresent());
  }

  /** The settings besides credentials of a new profile for the role. */
  private static Map<String, String> settings(SessionPlan plan) {
    SessionPlan.Target target = plan.target();
    return target == null ? Map.of() : target.settings();
  }

  /** AWS tools prefer keys in the credentials file, and a role to both. */
  private static void checkNothingTakesPrecedence(
      AwsConfiguration current, String profile, String line) {
    Optional<String> key =
        current.credentials(profile).flatMap(it -> it.value("aws_access_key_id"));
    if (key.isPresent()) {
      throw takesPrecedence(
          profile,
          "[" + profile + "] of the credentials file contains keys",
          key.get().startsWith("ASIA")
              ? ShellCommand.of("keyturn", "logout", profile)
              : elsewhere(profile, line));
    }
    if (current.profile(profile).flatMap(it -> it.value("role_arn")).isPresent()) {
      throw takesPrecedence(
          profile, "profile '" + profile + "' has role_arn", elsewhere(profile, line));
    }
  }

  /**
   * Stored under another name, without source_profile, which the SDK for Go treats as an incomplete
   * role.
   */
  private static String elsewhere(String profile, String line) {
    String free =
        Suffixes.stem(profile, Suffixes.TOOLS)
            .map(role -> role + "-keyturn")
            .orElse(profile + Suffixes.TOOLS);
    return ShellCommand.of(
        "keyturn", "config", "set", "profile." + free + ".credential_process", line);
  }

  private static RuntimeException takesPrecedence(String profile, String what, String hint) {
    return new ProfileFailure.ForbiddenTarget(
            profile, what + ", which AWS tools would use instead", hint)
        .exception();
  }
}
