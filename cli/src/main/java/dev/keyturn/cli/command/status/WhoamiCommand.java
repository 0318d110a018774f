package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.CallerLookup.Caller;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code keyturn whoami}: the identity that a profile uses, according to AWS. */
public final class WhoamiCommand implements Command {

  private enum Query {
    ACCOUNT("Account"),
    ARN("Arn"),
    USER_ID("UserId");

    private final String member;

    /** Accepts the member's name in AWS's answer, as in the AWS CLI's {@code --query}. */
    Query(String member) {
      this.member = member;
    }
  }

  private static final ValueOption<Query> QUERY =
      new ValueOption<>(
          "--query",
          Value.oneOf(Query.values(), query -> query.member),
          "Print this value only; also with AWS's names: Account, Arn, UserId.");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final CallerLookup callers;
  private final LocalClock clock;
  private final Output output;

  public WhoamiCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      CallerLookup callers,
      LocalClock clock,
      Output output) {
    this.environment = environment;
    this.profiles = profiles;
    this.callers = callers;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(QUERY, ProfileChoice.OPTION, CommonOptions.OUTPUT)
        .rarely(PlanOptions.PROMPT, PlanOptions.ALLOW_HTTP)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.CALLS_AWS)
        .example("keyturn whoami account1", "show account, ARN, user ID and MFA")
        .example("keyturn whoami --query account", "print the account ID only");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    PlannedProfile planned = profiles.plan(PlanOptions.request(arguments, profile, environment));
    Caller caller =
        profile.isOfEnvironment(environment)
            ? callers.askEnvironment(planned.plan(), environment)
            : callers.ask(planned);
    Optional<Query> query = QUERY.in(arguments);
    if (query.isPresent()) {
      output.line(one(caller, query.get()));
    } else if (CommonOptions.wantsJson(arguments)) {
      output.line(json(caller));
    } else {
      output.text(text(caller));
    }
    return ExitCode.DONE;
  }

  private static String one(Caller caller, Query query) {
    return switch (query) {
      case ACCOUNT -> caller.identity().account();
      case ARN -> caller.identity().arn();
      case USER_ID -> caller.identity().userId();
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
