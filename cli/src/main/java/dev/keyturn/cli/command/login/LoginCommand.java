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
import dev.keyturn.cli.command.profile.GivenCodeSource;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.make.CodeSources;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.use.Login;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  private static final RepeatedOption<String> SAVE_AS =
      Option.texts(
          "--save-as",
          "NAME",
          "Write the session to this section of the credentials file; give it once per session.");

  private static final Flag NO_SAVE =
      Option.flag("--no-save", "Keep the session in Keyturn's cache only; write no AWS file.");

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final Function<CodeSources, Login> logins;
  private final CodeSources asked;
  private final Input input;
  private final LoginReport report;

  /**
   * Built on services and ports.
   *
   * @param logins makes the service for sources of codes
   * @param asked the sources when no code is given
   */
  public LoginCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      Function<CodeSources, Login> logins,
      CodeSources asked,
      Input input,
      LoginReport report) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.logins = logins;
    this.asked = asked;
    this.input = input;
    this.report = report;
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
              "--no-save and --save-as exclude each other", arguments.typed().without(NO_SAVE))
          .exception();
    }
    AwsConfiguration configuration = files.read();
    LoginWords words = LoginWords.of(arguments, configuration, environment);
    Login login = logins.apply(codes(words));
    List<LoginTry> tries =
        ALL.in(arguments)
            ? all(arguments, words, configuration, login)
            : tries(arguments, words.profiles(), configuration);
    List<Login.Wish> wishes = new ArrayList<>();
    for (LoginTry one : tries) {
      if (one.plan() != null) {
        report.warn(one.plan());
        wishes.add(new Login.Wish(one.plan(), saves(arguments)));
      }
    }
    Iterator<Login.Outcome> outcomes =
        login.login(wishes, demand(arguments), report::progress).iterator();
    List<LoginTry> done =
        tries.stream().map(one -> one.plan() == null ? one : one.with(outcomes.next())).toList();
    report.print(done, CommonOptions.wantsJson(arguments));
    return done.stream()
        .map(LoginTry::failure)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(ExitCode::of)
        .orElse(ExitCode.DONE);
  }

  /** Roles by the dozen go to no section, unless each has one of its own. */
  private static boolean saves(Arguments arguments) {
    boolean severalRoles = PlanOptions.ROLES.in(arguments).size() > 1;
    return !NO_SAVE.in(arguments) && (!severalRoles || SAVE_AS.isIn(arguments));
  }

  private List<LoginTry> tries(
      Arguments arguments, List<ProfileChoice> profiles, AwsConfiguration configuration) {
    List<@Nullable String> roles = new ArrayList<>(PlanOptions.ROLES.in(arguments));
    if (roles.isEmpty()) {
      roles.add(null);
    }
    List<String> sections = SAVE_AS.in(arguments);
    if (!sections.isEmpty() && sections.size() != profiles.size() * roles.size()) {
      throw new Failure.Usage(
              "--save-as was given "
                  + sections.size()
                  + " times for "
                  + (profiles.size() * roles.size())
                  + " sessions; it needs one name per session",
              arguments.typed().without(SAVE_AS))
          .exception();
    }
    List<LoginTry> tries = new ArrayList<>();
    for (ProfileChoice profile : profiles) {
      for (@Nullable String role : roles) {
        String section = sections.isEmpty() ? null : sections.get(tries.size());
        PlanRequest request = PlanOptions.request(arguments, profile, role, section, environment);
        tries.add(LoginTry.planned(request, () -> planner.plan(configuration, request)));
      }
    }
    return tries;
  }

  private List<LoginTry> all(
      Arguments arguments, LoginWords words, AwsConfiguration configuration, Login login) {
    if (words.profiles().stream().anyMatch(ProfileChoice::explicit)) {
      throw new Failure.Usage("--all and profiles exclude each other", "keyturn login --all")
          .exception();
    }
    List<ProfileChoice> profiles =
        LogicalProfiles.of(configuration).stream()
            .map(name -> new ProfileChoice(name, true))
            .toList();
    // A profile that cannot be planned is not one that only needs a code; explain tells why.
    return tries(arguments, profiles, configuration).stream()
        .filter(one -> one.plan() != null && login.knowsDevice(one.plan()))
        .toList();
  }

  private CodeSources codes(LoginWords words) {
    if (words.code().isEmpty()) {
      return asked;
    }
    String text = words.code().equals("-") ? input.line() : words.code();
    MfaCodeSource given = new GivenCodeSource(MfaCode.parse(text));
    return plan -> given;
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
