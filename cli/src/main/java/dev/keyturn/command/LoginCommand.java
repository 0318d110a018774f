package dev.keyturn.command;

import dev.keyturn.command.port.Input;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.AwsConfiguration;
import dev.keyturn.domain.profile.LogicalProfiles;
import dev.keyturn.domain.profile.PlanRequest;
import dev.keyturn.domain.profile.ProfileFiles;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.session.CodeSources;
import dev.keyturn.domain.session.Demand;
import dev.keyturn.domain.session.Login;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    PlanOptions.addTo(spec);
    spec.addOption(Options.option("CODE|-", "The MFA code; - reads a line.", "-c", "--code"));
    spec.addOption(Options.flag("Make a new session even if one holds.", "--force"));
    spec.addOption(Options.duration("Renew if less than this is left.", "--min-remaining"));
    spec.addOption(
        Options.option("NAME", "Write to this section of the credentials file.", "--save-as"));
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
    AwsConfiguration configuration = files.read();
    LoginWords words = LoginWords.of(arguments, configuration, environment);
    CodeSources codes = codes(words);
    Login login = logins.apply(codes);
    Map<String, Login.Result> sessions = new LinkedHashMap<>();
    Map<String, Failure> failures = new LinkedHashMap<>();
    for (ProfileChoice profile : profiles(arguments, words, configuration)) {
      try {
        SessionPlan plan =
            planner.plan(files.read(), PlanOptions.request(arguments, profile, environment));
        report.warn(plan);
        sessions.put(
            profile.name(), login.login(plan, demand(arguments), !arguments.has("--no-save")));
      } catch (FailureException e) {
        if (e.failure() instanceof Failure.Interrupted) {
          throw e;
        }
        failures.put(profile.name(), e.failure());
      }
    }
    report.print(sessions, failures, arguments.wantsJson());
    return failures.values().stream().findFirst().map(ExitCode::of).orElse(ExitCode.DONE);
  }

  private List<ProfileChoice> profiles(
      Arguments arguments, LoginWords words, AwsConfiguration configuration) {
    if (!arguments.has("--all")) {
      return words.profiles();
    }
    if (words.profiles().stream().anyMatch(ProfileChoice::explicit)) {
      throw new Failure.Usage("--all and profiles were given", "give one of them").exception();
    }
    List<ProfileChoice> all = new ArrayList<>();
    for (String name : LogicalProfiles.of(configuration)) {
      ProfileChoice profile = new ProfileChoice(name, true);
      if (needsMfa(PlanOptions.request(arguments, profile, environment), configuration)) {
        all.add(profile);
      }
    }
    return all;
  }

  private boolean needsMfa(PlanRequest request, AwsConfiguration configuration) {
    try {
      return logins.apply(asked).knowsDevice(planner.plan(configuration, request));
    } catch (FailureException e) {
      // A profile that cannot be planned is not one that only needs a code; explain tells why.
      return false;
    }
  }

  private CodeSources codes(LoginWords words) {
    if (words.code().isEmpty()) {
      return asked;
    }
    String text = words.code().equals("-") ? input.line() : words.code();
    MfaCodeSource given = new GivenCodeSource(MfaCode.parse(text));
    return plan -> given;
  }

  private static Demand demand(Arguments arguments) {
    Duration remaining = arguments.duration("--min-remaining");
    if (arguments.has("--force")) {
      return Demand.renewed();
    }
    return remaining == null ? Demand.VALID : Demand.remaining(remaining);
  }
}
