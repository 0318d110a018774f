package dev.keyturn.cli.command.console;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Redirects;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.signin.SignInService;
import dev.keyturn.domain.signin.WebConsole;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code keyturn console}: signs a browser in to the AWS console with a profile's session. */
public final class ConsoleCommand implements Command {

  private static final Duration BROWSER_STARTS = Duration.ofMinutes(1);

  /** What opens a URL: WSL's, that of Linux and BSD desktops, macOS's. */
  private static final List<String> OPENERS = List.of("wslview", "xdg-open", "open");

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final ConsoleSession sessions;
  private final SignInService signIn;
  private final Redirects redirects;
  private final Children children;
  private final Output output;

  /** Built on services and ports. */
  public ConsoleCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      ConsoleSession sessions,
      SignInService signIn,
      Redirects redirects,
      Children children,
      Output output) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.sessions = sessions;
    this.signIn = signIn;
    this.redirects = redirects;
    this.children = children;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(Options.option("PROFILE", "The profile.", "-p", "--profile"));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PROFILE SERVICE")
            .arity("0..2")
            .description("The profile, and the service to show, such as s3.")
            .build());
    PlanOptions.addTo(spec);
    spec.addOption(Options.option("SERVICE", "The service to show.", "--service"));
    spec.addOption(Options.option("REGION", "The region to show it in.", "--region"));
    spec.addOption(Options.option("URL", "The page to show.", "--destination"));
    spec.addOption(
        Options.flag("Print the URL, which is a secret, and open no browser.", "--print"));
    spec.addOption(
        Options.flag("For a user with an MFA device: a session without MFA.", "--without-mfa"));
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<String> words = arguments.positionals();
    ProfileChoice profile = profile(arguments, words);
    AwsConfiguration configuration = files.read();
    Duration duration = arguments.duration("--duration");
    SessionPlan plan = plan(configuration, arguments, profile);
    WebConsole site = WebConsole.of(plan, environment);
    URI destination = destination(arguments, words, site, plan);
    HandedCredentials session =
        sessions.of(plan, configuration, duration, arguments.has("--without-mfa"));
    Secret token =
        signIn.signInToken(
            site.signIn(),
            plan.endpoints().caBundle(),
            session,
            sessions.sessionDuration(plan, duration));
    String url = site.signInUrl(token.reveal(Reveal.EXPORT), destination);
    if (arguments.has("--print")) {
      output.line(url);
    } else {
      browse(url, plan.profile());
    }
    return ExitCode.DONE;
  }

  private ProfileChoice profile(Arguments arguments, List<String> words) {
    String option = arguments.text("--profile").orElse("");
    if (!option.isEmpty() && words.size() == 2) {
      throw new Failure.Usage(
              "a profile is given twice: '" + words.get(0) + "' and --profile '" + option + "'",
              "give one of them")
          .exception();
    }
    if (!option.isEmpty()) {
      return new ProfileChoice(option, true);
    }
    return words.isEmpty()
        ? ProfileChoice.implicit(environment)
        : new ProfileChoice(words.get(0), true);
  }

  /** The duration is that of the console session; the role session keeps its own. */
  private SessionPlan plan(
      AwsConfiguration configuration, Arguments arguments, ProfileChoice profile) {
    Duration wanted = arguments.duration("--duration");
    if (wanted != null && !Durations.Range.ROLE.contains(wanted)) {
      throw new Failure.Usage(
              "--duration: a console session lasts " + Durations.Range.ROLE.describe(),
              "keyturn console PROFILE --duration 8h")
          .exception();
    }
    PlanRequest asked = PlanOptions.request(arguments, profile, environment);
    return planner.plan(configuration, asked.withDuration(null));
  }

  private static URI destination(
      Arguments arguments, List<String> words, WebConsole site, SessionPlan plan) {
    String option = arguments.text("--service").orElse("");
    int place = arguments.text("--profile").isPresent() ? 0 : 1;
    String word = words.size() > place ? words.get(place) : "";
    String given = arguments.text("--destination").orElse("");
    long ways = List.of(option, word, given).stream().filter(it -> !it.isEmpty()).count();
    if (ways > 1) {
      throw new Failure.Usage(
              "give one of SERVICE, --service and --destination", "keyturn console PROFILE s3")
          .exception();
    }
    if (!given.isEmpty()) {
      return page(given);
    }
    String region = arguments.text("--region").orElse(plan.region());
    return site.page(ways == 0 ? "console" : option + word, region);
  }

  private static URI page(String url) {
    try {
      URI page = new URI(url);
      if ("https".equals(page.getScheme()) && page.getHost() != null) {
        return page;
      }
    } catch (URISyntaxException e) {
      // Said below: it is none.
    }
    throw new Failure.Usage(
            "--destination takes an https URL", "--destination https://console.aws.amazon.com/s3/")
        .exception();
  }

  /**
   * Everybody sees a program's arguments, so the browser is given a URL that leads to the real one.
   */
  private void browse(String url, String profile) {
    List<String> opener = opener(profile);
    try (Redirects.Redirect redirect = redirects.to(url)) {
      List<String> command = new ArrayList<>(opener);
      command.add(redirect.url());
      // Some of them wait for the browser to end.
      Thread.ofPlatform().daemon().name("browser").start(() -> children.run(command, environment));
      output.note("opening the console of '" + profile + "' in the browser");
      if (!redirect.await(BROWSER_STARTS)) {
        throw new Failure.Usage(
                "no browser came within a minute", "keyturn console " + profile + " --print")
            .exception();
      }
    }
  }

  private List<String> opener(String profile) {
    String found = OPENERS.stream().filter(children::isInstalled).findFirst().orElse(null);
    if (found != null) {
      return List.of(found);
    }
    if (children.isInstalled("rundll32.exe")) {
      return List.of("rundll32.exe", "url.dll,FileProtocolHandler");
    }
    throw new Failure.Usage(
            "there is no program here that opens a browser",
            "keyturn console " + profile + " --print")
        .exception();
  }
}
