package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.profile.LintNotes;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.use.Login;
import dev.keyturn.domain.session.use.LoginRequest;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code keyturn login}: one code for each device, one session for each profile. */
public final class LoginCommand implements Command {

  private static final Flag FORCE =
      Option.flag("--force", "Create a new session even if the current one is still valid.");

  private static final ValueOption<Duration> MIN_REMAINING =
      Option.duration("--min-remaining", "Create a new session if less time than this is left.");

  private static final Flag ALL =
      Option.flag("--all", "Log in to every profile that needs an MFA code.");

  static final RepeatedOption<String> SAVE_AS =
      Option.texts(
          "--save-as",
          "NAME",
          "Write the session to this section of the credentials file; repeat it for several"
              + " sessions.");

  private static final Flag NO_SAVE =
      Option.flag(
          "--no-save",
          "Keep the session in Keyturn's cache only; write no AWS file (default:"
              + " KEYTURN_SAVE=never).");

  /** The options that request the same session again, besides those of the plan. */
  static final List<Option> MAKING = List.of(FORCE, MIN_REMAINING, SAVE_AS, NO_SAVE);

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final Input input;
  private final LoginReport report;
  private final LintNotes lint;

  public LoginCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      Input input,
      LoginReport report,
      LintNotes lint) {
    this.environment = environment;
    this.profiles = profiles;
    this.input = input;
    this.report = report;
    this.lint = lint;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            LoginWords.CODE,
            PlanOptions.DURATION,
            PlanOptions.ROLES,
            ALL,
            FORCE,
            MIN_REMAINING,
            SAVE_AS,
            NO_SAVE,
            ProfileChoice.OPTIONS,
            CommonOptions.OUTPUT)
        .rarely(PolicyOptions.ALL)
        .rarely(PlanOptions.RARE)
        .taking(LoginWords.WORDS);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn login account1", "ask for the code")
        .example("keyturn login account1 123456", "pass the code");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (NO_SAVE.in(arguments) && SAVE_AS.isIn(arguments)) {
      throw new Failure.Usage(
              "--no-save and --save-as cannot be used together", arguments.typed().without(NO_SAVE))
          .exception();
    }
    report.prepare();
    AwsConfiguration files = profiles.files();
    LoginWords words = LoginWords.of(arguments, files, environment);
    MfaCode typed = words.typed(input);
    List<LoginTry> tries =
        ALL.in(arguments)
            ? all(arguments, words, files)
            : tries(arguments, words.profiles(), files);
    if (!CommonOptions.wantsJson(arguments)) {
      words.requireNamed(tries);
    }
    lint.print(tries.stream().map(LoginTry::profile).toList(), report.warn(tries));
    List<LoginRequest> requests = new ArrayList<>();
    for (LoginTry one : tries) {
      if (one.planned() != null) {
        requests.add(new LoginRequest(one.planned(), saves(arguments)));
      }
    }
    Iterator<Login.Outcome> outcomes =
        profiles.login(requests, demand(arguments), typed, report::progress).iterator();
    List<LoginTry> done =
        tries.stream().map(one -> one.planned() == null ? one : one.with(outcomes.next())).toList();
    if (CommonOptions.wantsJson(arguments)) {
      report.printJson(done, arguments.typed());
    } else {
      report.print(done, new LoginLine(arguments.typed()));
    }
    ExitCode exit = exit(done);
    String withoutCode = words.withoutCode(arguments);
    if (withoutCode != null && exit == ExitCode.DONE && !CommonOptions.wantsJson(arguments)) {
      report.codeWasAnArgument(withoutCode);
    }
    return exit;
  }

  private static ExitCode exit(List<LoginTry> done) {
    return done.stream()
        .map(LoginTry::failure)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(ExitCode::of)
        .orElse(ExitCode.DONE);
  }

  /**
   * Whether sections are written. Several roles are not written, unless each has its own section;
   * nothing is written if the user's settings say so.
   */
  private boolean saves(Arguments arguments) {
    boolean severalRoles = PlanOptions.ROLES.in(arguments).size() > 1;
    return !NO_SAVE.in(arguments)
        && (SAVE_AS.isIn(arguments) || (!severalRoles && !SaveSetting.isNever(environment)));
  }

  private List<LoginTry> tries(
      Arguments arguments, List<ProfileChoice> choices, AwsConfiguration files) {
    List<@Nullable String> roles = new ArrayList<>(PlanOptions.ROLES.in(arguments));
    if (roles.isEmpty()) {
      roles.add(null);
    }
    List<String> sections = SAVE_AS.in(arguments);
    if (!sections.isEmpty() && sections.size() != choices.size() * roles.size()) {
      throw new Failure.Usage(
              "--save-as was given "
                  + sections.size()
                  + " times for "
                  + (choices.size() * roles.size())
                  + " sessions; it needs one name per session",
              arguments.typed().without(SAVE_AS))
          .exception();
    }
    List<LoginTry> tries = new ArrayList<>();
    for (ProfileChoice profile : choices) {
      for (@Nullable String role : roles) {
        String section = sections.isEmpty() ? null : sections.get(tries.size());
        PlanRequest request = PlanOptions.request(arguments, profile, role, section, environment);
        tries.add(LoginTry.planned(request, () -> profiles.plan(files, request)));
      }
    }
    return tries;
  }

  private List<LoginTry> all(Arguments arguments, LoginWords words, AwsConfiguration files) {
    if (words.profiles().stream().anyMatch(ProfileChoice::explicit)) {
      throw new Failure.Usage(
              "--all and profiles cannot be used together",
              arguments.typed().withoutWords(ProfileChoice.OPTION))
          .exception();
    }
    List<ProfileChoice> choices =
        LogicalProfiles.of(files).stream().map(name -> new ProfileChoice(name, true)).toList();
    // A profile that cannot be planned lacks more than a code; explain says what.
    return tries(arguments, choices, files).stream()
        .filter(one -> one.planned() != null && profiles.device(one.planned().plan()) != null)
        .toList();
  }

  private FreshnessRequirement demand(Arguments arguments) {
    Duration remaining = MIN_REMAINING.in(arguments).orElse(null);
    if (FORCE.in(arguments)) {
      return FreshnessRequirement.renewed();
    }
    FreshnessRequirement demand =
        remaining == null ? FreshnessRequirement.VALID : FreshnessRequirement.remaining(remaining);
    return demand.within(RefreshWindow.of(environment));
  }
}
