package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code keyturn login}: one code for each device, one session for each profile. */
public final class LoginCommand implements Command {

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
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    PlanOptions.addWithRolesTo(spec);
    spec.addOption(Options.option("CODE|-", "The MFA code; - reads a line.", "-c", "--code"));
    spec.addOption(Options.flag("Make a new session even if one holds.", "--force"));
    spec.addOption(Options.duration("Renew if less than this is left.", "--min-remaining"));
    spec.addOption(
        Options.repeatable(
            "NAME",
            "Write to this section of the credentials file; once for each session.",
            "--save-as"));
    spec.addOption(Options.flag("Write to no file; keep it in Keyturn's state.", "--no-save"));
    spec.addOption(Options.flag("Every profile that needs MFA.", "--all"));
    spec.addOption(Options.repeatable("PROFILE", "The profile.", "-p", "--profile"));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PROFILE|CODE")
            .arity("0..*")
            .description("Profiles, and last the six digits of the code.")
            .build());
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (arguments.has("--no-save") && arguments.has("--save-as")) {
      throw new Failure.Usage("--no-save and --save-as were given", "give one of them").exception();
    }
    AwsConfiguration configuration = files.read();
    LoginWords words = LoginWords.of(arguments, configuration, environment);
    Login login = logins.apply(codes(words));
    List<LoginTry> tries =
        arguments.has("--all")
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
    report.print(done, arguments.wantsJson());
    return done.stream()
        .map(LoginTry::failure)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(ExitCode::of)
        .orElse(ExitCode.DONE);
  }

  /** Roles by the dozen go to no section, unless each has one of its own. */
  private static boolean saves(Arguments arguments) {
    boolean severalRoles = arguments.texts(PlanOptions.ROLE).size() > 1;
    return !arguments.has("--no-save") && (!severalRoles || arguments.has("--save-as"));
  }

  private List<LoginTry> tries(
      Arguments arguments, List<ProfileChoice> profiles, AwsConfiguration configuration) {
    List<@Nullable String> roles = new ArrayList<>(arguments.texts(PlanOptions.ROLE));
    if (roles.isEmpty()) {
      roles.add(null);
    }
    List<String> sections = arguments.texts("--save-as");
    if (!sections.isEmpty() && sections.size() != profiles.size() * roles.size()) {
      throw new Failure.Usage(
              "--save-as is given "
                  + sections.size()
                  + " times for "
                  + (profiles.size() * roles.size())
                  + " sessions",
              "give it once for each session, in the same order")
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
      throw new Failure.Usage("--all and profiles were given", "give one of them").exception();
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
    Duration remaining = arguments.duration("--min-remaining");
    if (arguments.has("--force")) {
      return FreshnessRequirement.renewed();
    }
    FreshnessRequirement demand =
        remaining == null ? FreshnessRequirement.VALID : FreshnessRequirement.remaining(remaining);
    return demand.within(RefreshWindow.of(environment));
  }
}
