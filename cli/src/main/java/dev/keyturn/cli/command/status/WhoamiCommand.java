package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Json;
import dev.keyturn.cli.command.line.LocalClock;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.line.TimeText;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.CallerLookup.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keyturn whoami}: whom a profile acts as, as AWS says. */
public final class WhoamiCommand implements Command {

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final CallerLookup callers;
  private final LocalClock clock;
  private final Output output;

  /** Built on services and ports. */
  public WhoamiCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      CallerLookup callers,
      LocalClock clock,
      Output output) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.callers = callers;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    Options.addProfile(spec);
    spec.addOption(Options.option("account|arn|user-id", "Print this value alone.", "--query"));
    spec.addOption(Options.flag("Send keys over plain http.", "--allow-http"));
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    AwsConfiguration configuration = files.read();
    SessionPlan plan =
        planner.plan(configuration, PlanOptions.request(arguments, profile, environment));
    Caller caller =
        profile.isOfEnvironment(environment)
            ? callers.askEnvironment(plan, environment)
            : callers.ask(plan, configuration);
    String query = arguments.text("--query").orElse("");
    if (!query.isEmpty()) {
      output.line(one(caller, query));
    } else if (arguments.wantsJson()) {
      output.line(json(caller));
    } else {
      output.text(text(caller));
    }
    return ExitCode.DONE;
  }

  private static String one(Caller caller, String query) {
    return switch (query) {
      case "account" -> caller.identity().account();
      case "arn" -> caller.identity().arn();
      case "user-id" -> caller.identity().userId();
      default ->
          throw new Failure.Usage(
                  "--query takes account, arn or user-id", "keyturn whoami --query account")
              .exception();
    };
  }

  private static String json(Caller caller) {
    return Json.object(to -> {
      to.writeStringProperty("account", caller.identity().account());
      to.writeStringProperty("arn", caller.identity().arn());
      to.writeStringProperty("user_id", caller.identity().userId());
      Boolean mfa = caller.mfa();
      if (mfa == null) {
        to.writeNullProperty("mfa");
      } else {
        to.writeBooleanProperty("mfa", mfa);
      }
      Json.time(to, "expiration", caller.expiration());
    });
  }

  private String text(Caller caller) {
    return "account  "
        + caller.identity().account()
        + "\narn      "
        + caller.identity().arn()
        + "\nuser id  "
        + caller.identity().userId()
        + "\nmfa      "
        + mfa(caller.mfa())
        + until(caller.expiration())
        + "\n";
  }

  private static String mfa(@Nullable Boolean mfa) {
    if (mfa == null) {
      return "unknown";
    }
    return mfa ? "yes" : "no";
  }

  private String until(@Nullable Instant expiration) {
    if (expiration == null) {
      return "";
    }
    Duration left = Duration.between(clock.instant(), expiration);
    return ", until " + TimeText.local(expiration, clock) + " (" + TimeText.left(left) + ")";
  }
}
