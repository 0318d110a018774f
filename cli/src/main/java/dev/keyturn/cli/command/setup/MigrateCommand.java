package dev.keyturn.cli.command.setup;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.edit.EditPreview;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.migration.Migration;
import dev.keyturn.domain.migration.Migrations;
import dev.keyturn.domain.migration.ProfileLayout;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code keyturn migrate}: moves a profile to another layout, after showing the changes. */
public final class MigrateCommand implements Command {

  private static final ValueOption<ProfileLayout> TO =
      new ValueOption<>(
          "--to",
          Value.oneOf(ProfileLayout.values()),
          "Way of working: keys in the profile itself, keys in PROFILE-long-term, or AWS tools ask"
              + " Keyturn through credential_process.");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final Migrations migrations;
  private final Consent consent;

  /**
   * The dialog with the user.
   *
   * @param confirmation asks
   * @param process the {@code credential_process} line for a profile
   * @param output takes the result
   */
  public record Consent(Confirmation confirmation, UnaryOperator<String> process, Output output) {}

  public MigrateCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      Migrations migrations,
      Consent consent) {
    this.environment = environment;
    this.profiles = profiles;
    this.migrations = migrations;
    this.consent = consent;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(TO, Confirmation.YES, ProfileChoice.OPTION).taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO, ExitCode.PERSON_NEEDED)
        .example("keyturn migrate account1 --to process", "let AWS tools ask Keyturn for sessions")
        .example("keyturn migrate account1 --to suffix -y", "move the keys to a section beside it");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileLayout to =
        TO.in(arguments)
            .orElseThrow(() ->
                new Failure.Usage(
                        "--to is missing: plain, suffix or process",
                        arguments.typed().with(TO, "process"))
                    .exception());
    ProfileChoice choice = ProfileChoice.of(arguments, environment);
    PlanRequest request = PlanRequest.offline(choice.name(), environment);
    AwsConfiguration files = profiles.files();
    PlannedProfile planned = profiles.plan(files, request);
    String profile = planned.plan().profile();
    Migration migration =
        migrations.of(
            files,
            planned.plan(),
            profiles.device(planned.plan()),
            consent.process().apply(profile),
            to);
    if (migration.isEmpty()) {
      consent.output().line(profile + " is already set up that way: " + word(to));
      return ExitCode.DONE;
    }
    EditPreview preview = migrations.preview(migration, planned.plan(), request);
    consent.output().text(FileDiff.of(preview.files()));
    if (!consent.confirmation().given(arguments, "Change " + profile + " to " + word(to) + "?")) {
      consent.output().note("nothing is changed");
      return ExitCode.NO;
    }
    migrations.make(migration, files);
    report(migration);
    return ExitCode.DONE;
  }

  private void report(Migration migration) {
    String profile = migration.profile();
    String next =
        migration.to() == ProfileLayout.PROCESS
            ? ShellCommand.of("aws", "sts", "get-caller-identity", "--profile", profile)
            : ShellCommand.of("keyturn", "login", profile);
    Output output = consent.output();
    output.line(profile + ": changed to " + word(migration.to()) + "; to go back: keyturn undo");
    migration.left().forEach(section -> output.line(section + "; you can remove it"));
    output.line("next: " + next);
  }

  private static String word(ProfileLayout layout) {
    return layout.name().toLowerCase(Locale.ROOT);
  }
}
