package dev.keyturn.cli.command.setup;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.csv.AccessKeyCsv;
import dev.keyturn.domain.migration.NewProfile;
import dev.keyturn.domain.migration.ProfileLayout;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Map;

/**
 * {@code keyturn setup}: guides a user from nothing to the first session. Completed steps are
 * skipped, so that an interrupted setup can be continued.
 */
public final class SetupCommand implements Command {

  private static final Argument<String> PROFILE =
      Argument.optional(
          Value.PROFILE,
          "Profile to set up (default: ask; with --yes, or without a terminal, default).");

  private static final ValueOption<ProfileLayout> TO =
      new ValueOption<>(
          "--to",
          Value.oneOf(ProfileLayout.values()),
          "Where the keys go: into the profile itself, into PROFILE-long-term, or there with"
              + " credential_process in PROFILE (default: suffix).");

  private static final Flag ENROLL =
      Option.flag(
          "--enroll",
          "Enroll an MFA device if the user has none (default: ask; with --yes enroll).");

  private static final ValueOption<String> CODE =
      new ValueOption<>(
          "-c, --code", Value.secret("CODE"), "MFA code for the first login (default: ask).");

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final Wizard wizard;
  private final NewProfile profiles;
  private final Output output;

  /**
   * Takes its collaborators.
   *
   * @param answers the answers it needs
   * @param steps the commands of which it consists
   * @param consent asks the user before files change
   * @param resumption how a setup goes on that was left
   */
  public record Wizard(
      SetupAnswers answers,
      SetupSteps steps,
      MigrateCommand.Consent consent,
      Resumption resumption) {}

  public SetupCommand(
      Map<String, String> environment,
      ProfileFiles files,
      Wizard wizard,
      NewProfile profiles,
      Output output) {
    this.environment = environment;
    this.files = files;
    this.wizard = wizard;
    this.profiles = profiles;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            SetupAnswers.CSV,
            SetupAnswers.KEY_ID,
            SetupAnswers.SECRET,
            SetupAnswers.REGION,
            TO,
            ENROLL,
            CODE,
            Confirmation.YES)
        .rarely(ProfileUsers.RARE)
        .taking(PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NO)
        .example("keyturn setup", "ask for what is missing")
        .example("keyturn setup work --csv alice_accessKeys.csv -y", "take the keys of a CSV file");
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    SetupAnswers answers = wizard.answers();
    AwsConfiguration now = files.read();
    answers.checkRegion(arguments);
    answers.introduce(arguments, now);
    String profile =
        PROFILE
            .firstIn(arguments)
            .orElseGet(
                () -> answers.profile(arguments, now, ProfileChoice.implicit(environment).name()));
    if (!NewProfile.lacksCredentials(now, profile)) {
      String csv = answers.fileOfSameKey(arguments, now, profile);
      output.line("profile '" + profile + "' has credentials already");
      return session(arguments, profile, csv);
    }
    profiles.checkName(profile);
    SetupAnswers.GivenKey given = answers.key(arguments);
    ExitCode written = write(arguments, profile, given, now);
    return written == ExitCode.DONE ? session(arguments, profile, given.file()) : written;
  }

  private ExitCode write(
      Arguments arguments, String profile, SetupAnswers.GivenKey given, AwsConfiguration now) {
    Identity owner = wizard.steps().owner(arguments, profile, given);
    output.line("access key " + given.key().id() + " belongs to " + owner.arn());
    ProfileLayout layout = TO.in(arguments, ProfileLayout.SUFFIX);
    String process = wizard.consent().process().apply(profile);
    String region = wizard.answers().region(arguments);
    NewProfile.Wish wish = new NewProfile.Wish(profile, given.key(), region, layout, process);
    output.text(FileDiff.of(profiles.preview(wish).files()));
    if (!wizard.consent().confirmation().given(arguments, "Write this?")) {
      output.note("nothing is changed");
      return ExitCode.NO;
    }
    profiles.make(wish, now);
    return ExitCode.DONE;
  }

  private ExitStatus session(Arguments arguments, String profile, String csv) {
    ExitStatus status = wizard.resumption().after(profile, () -> session(arguments, profile));
    if (!csv.isEmpty()) {
      output.note(AccessKeyCsv.leftOver(csv));
    }
    return status;
  }

  private ExitStatus session(Arguments arguments, String profile) {
    SetupSteps steps = wizard.steps();
    if (steps.lacksDevice(arguments, profile)) {
      if (!enrolls(arguments)) {
        output.note("the user has no MFA device, and a session needs one");
        output.error("hint: " + ShellCommand.of("keyturn", "mfa", "enroll", "-p", profile));
        return ExitCode.PERSON_NEEDED;
      }
      int enrolled = steps.enroll(profile);
      if (enrolled != 0) {
        return new ExitStatus.OfProgram(enrolled);
      }
      if (steps.hasSession(profile)) {
        return done(profile);
      }
    }
    int login = steps.login(profile, CODE.in(arguments, ""));
    return login == 0 ? done(profile) : new ExitStatus.OfProgram(login);
  }

  private boolean enrolls(Arguments arguments) {
    SetupAnswers answers = wizard.answers();
    return ENROLL.in(arguments)
        || (answers.canAsk()
            && answers.agrees(arguments, "The user has no MFA device. Enroll an app now?"));
  }

  private ExitCode done(String profile) {
    output.line("from now on: " + ShellCommand.of("keyturn", "login", profile));
    String shell = environment.getOrDefault("SHELL", "");
    String name = shell.substring(shell.lastIndexOf('/') + 1);
    String hook =
        switch (name) {
          case "fish" -> "keyturn shell init fish | source";
          case "bash", "zsh" -> "eval \"$(keyturn shell init " + name + ")\"";
          default -> "";
        };
    if (!hook.isEmpty()) {
      String file = name.equals("fish") ? "~/.config/fish/config.fish" : "~/." + name + "rc";
      output.line(
          "to switch a shell with 'aws_env "
              + ShellCommand.of(profile)
              + "', add to "
              + file
              + ": "
              + hook);
    }
    return ExitCode.DONE;
  }
}
