package dev.keyturn.cli.command.console;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.signin.SignInService;
import dev.keyturn.domain.signin.WebConsole;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code keyturn console}: signs a browser in to the AWS console with a profile's session. */
public final class ConsoleCommand implements Command {

  private static final Argument<String> SERVICE_WORD =
      Argument.optional(
          Value.text("SERVICE"), "Service to open, such as s3 (default: console home).");

  private static final ValueOption<String> SERVICE =
      Option.text("--service", "SERVICE", "Service to open, instead of SERVICE.");

  private static final ValueOption<String> REGION =
      Option.text("--region", "REGION", "Region to open it in (default: the profile's region).");

  private static final ValueOption<URI> DESTINATION =
      new ValueOption<>("--destination", new PageValue(), "Page to open, instead of SERVICE.");

  private static final Flag PRINT =
      Option.flag("--print", "Print the URL, which is a secret, instead of opening a browser.");

  private static final Flag WITHOUT_MFA =
      Option.flag("--without-mfa", "For a user with an MFA device: open a session without MFA.");

  /** The duration of the console session; that of the role session is unchanged. */
  private static final ValueOption<Duration> DURATION =
      Option.duration(
          "-d, --duration",
          Durations.Range.ROLE,
          "How long the console session lasts: 15m to 12h, or seconds (default: 12h).");

  private static final class PageValue extends Value<URI> {
    PageValue() {
      super("URL", "https://console.aws.amazon.com/s3/");
    }

    @Override
    public URI parse(String text) {
      try {
        URI page = new URI(text);
        if ("https".equals(page.getScheme()) && page.getHost() != null) {
          return page;
        }
      } catch (URISyntaxException e) {
        // Refused below.
      }
      throw new Failure.Usage("'" + text + "' is not an https URL", "").exception();
    }
  }

  private final Map<String, String> environment;
  private final ConsoleSession sessions;
  private final SignInService signIn;
  private final Browser browser;
  private final Output output;

  public ConsoleCommand(
      Map<String, String> environment,
      ConsoleSession sessions,
      SignInService signIn,
      Browser browser,
      Output output) {
    this.environment = environment;
    this.sessions = sessions;
    this.signIn = signIn;
    this.browser = browser;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            SERVICE,
            REGION,
            DESTINATION,
            PRINT,
            WITHOUT_MFA,
            ProfileChoice.OPTION,
            DURATION,
            PlanOptions.ROLE,
            CommonOptions.OUTPUT)
        .rarely(PolicyOptions.ALL)
        .rarely(PlanOptions.RARE)
        .taking(ProfileChoice.PROFILE, SERVICE_WORD);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn console account1 s3", "open the console of S3 in the browser")
        .example("keyturn console account1 --print", "print the URL; it is a secret");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Duration duration = DURATION.in(arguments).orElse(null);
    PlannedProfile profile = plan(arguments);
    SessionPlan plan = profile.plan();
    WebConsole site = WebConsole.of(plan, environment);
    URI destination = destination(arguments, site, plan);
    HandedCredentials session = sessions.of(profile, duration, WITHOUT_MFA.in(arguments));
    Secret token =
        signIn.signInToken(
            site.signIn(),
            plan.endpoints().caBundle(),
            session,
            sessions.sessionDuration(plan, duration));
    String url = site.signInUrl(token.reveal(Reveal.EXPORT), destination);
    boolean isPrinted = PRINT.in(arguments);
    if (!isPrinted) {
      browser.open(url, plan.profile());
    }
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json(plan, destination, isPrinted ? url : null));
    } else if (isPrinted) {
      output.line(url);
    }
    return ExitCode.DONE;
  }

  private static String json(SessionPlan plan, URI destination, @Nullable String url) {
    return Json.object(to -> {
      to.writeStringProperty("profile", plan.profile());
      to.writeStringProperty("destination", destination.toString());
      if (url != null) {
        to.writeStringProperty("url", url);
      }
    });
  }

  /** The only word is the profile, unless an option names it. */
  private ProfileChoice profile(Arguments arguments) {
    String option = ProfileChoice.OPTION.in(arguments, "");
    if (!option.isEmpty() && SERVICE_WORD.isIn(arguments)) {
      throw new Failure.Usage(
              "the profile is given twice: '"
                  + ProfileChoice.PROFILE.firstIn(arguments).orElse("")
                  + "' and --profile '"
                  + option
                  + "'",
              arguments.typed().without(ProfileChoice.OPTION))
          .exception();
    }
    return option.isEmpty()
        ? ProfileChoice.of(ProfileChoice.PROFILE.firstIn(arguments).orElse(""), environment)
        : new ProfileChoice(option, true);
  }

  private PlannedProfile plan(Arguments arguments) {
    return sessions.plan(PlanOptions.request(arguments, profile(arguments), environment));
  }

  private static URI destination(Arguments arguments, WebConsole site, SessionPlan plan) {
    String option = SERVICE.in(arguments, "");
    Argument<String> service =
        ProfileChoice.OPTION.isIn(arguments) ? ProfileChoice.PROFILE : SERVICE_WORD;
    String word = service.firstIn(arguments).orElse("");
    URI given = DESTINATION.in(arguments).orElse(null);
    long ways =
        Stream.of(option, word, given == null ? "" : given.toString())
            .filter(it -> !it.isEmpty())
            .count();
    if (ways > 1) {
      throw new Failure.Usage(
              "use only one of SERVICE, --service and --destination",
              arguments.typed().without(SERVICE, DESTINATION))
          .exception();
    }
    if (given != null) {
      return given;
    }
    String region = REGION.in(arguments, plan.region());
    return site.page(ways == 0 ? "console" : option + word, region);
  }
}
