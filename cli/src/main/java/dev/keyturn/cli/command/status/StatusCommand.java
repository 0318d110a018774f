package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.RepeatableAnswer;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.session.use.SessionStatus;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code keyturn status}: which profiles have a session, and until when. No network. */
public final class StatusCommand implements Command {

  private static final Flag CHECK =
      Option.flag("--check", "Print nothing; exit with 0 if the session is valid, else with 1.");

  private static final ValueOption<Duration> MIN_REMAINING =
      Option.duration(
          "--min-remaining", "Treat sessions with less time left than this as invalid.");

  private static final Flag SHORT =
      Option.flag("--short", "Print one line for a prompt: profile and time left.");

  private static final Flag WATCH =
      Option.flag(
          "--watch", "Show the status until interrupted, and bring it up to date every second.");

  private static final Flag ALL =
      Option.flag("--all", "Show all profiles (default without PROFILE).");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final LocalClock clock;
  private final StatusReport report;
  private final RepeatableAnswer answer;

  /** Built on a service, its report and ports. */
  public StatusCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      LocalClock clock,
      StatusReport report,
      RepeatableAnswer answer) {
    this.environment = environment;
    this.profiles = profiles;
    this.clock = clock;
    this.report = report;
    this.answer = answer;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            CHECK, MIN_REMAINING, SHORT, WATCH, ALL, ProfileChoice.OPTION, CommonOptions.OUTPUT)
        .rarely(PolicyOptions.ALL)
        .starting(Start.HOT, CHECK, SHORT)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.NO)
        .example("keyturn status", "show all profiles")
        .example("keyturn status account1 --check", "exit with 0 if its session is valid, else 1");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Duration least = MIN_REMAINING.in(arguments, Duration.ZERO);
    boolean named = ProfileChoice.PROFILE.isIn(arguments) || ProfileChoice.OPTION.isIn(arguments);
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    boolean one = named || CHECK.in(arguments) || SHORT.in(arguments);
    if (one && ALL.in(arguments)) {
      throw new Failure.Usage("--all shows every profile", arguments.typed().without(ALL))
          .exception();
    }
    PlanRequest request = request(profile, arguments);
    if (CHECK.in(arguments)) {
      return check(request, least);
    }
    if (SHORT.in(arguments)) {
      return brief(request);
    }
    if (WATCH.in(arguments)) {
      report.watch(() -> named ? List.of(view(request)) : all(profiles.files()), least, arguments);
      return ExitCode.DONE;
    }
    if (named) {
      report.print(List.of(viewAndWarn(request)), least, arguments);
      return ExitCode.DONE;
    }
    AwsConfiguration files = profiles.files();
    List<View> views = all(files);
    report.print(views, least, arguments);
    if (views.isEmpty() && !CommonOptions.wantsJson(arguments)) {
      report.nothing(files);
    }
    return ExitCode.DONE;
  }

  private ExitCode check(PlanRequest profile, Duration least) {
    View view = view(profile);
    boolean holds = view.isValid(clock.instant());
    boolean enough = view.remaining(clock.instant()).compareTo(least) >= 0;
    isTrueFor(view, view.remaining(clock.instant()).minus(least));
    return holds && enough ? ExitCode.DONE : ExitCode.NO;
  }

  private ExitCode brief(PlanRequest profile) {
    View view = view(profile);
    report.brief(profile.profile(), view);
    isTrueFor(view, TimeText.briefIsSameFor(view.remaining(clock.instant())));
    return ExitCode.DONE;
  }

  private void isTrueFor(View view, Duration time) {
    Instant end = view.expiration();
    if (end != null) {
      answer.isTrueUntil(clock.instant().plus(time), end);
    }
  }

  private View view(PlanRequest profile) {
    return profiles.status().of(profiles.plan(profile));
  }

  private View viewAndWarn(PlanRequest profile) {
    PlannedProfile planned = profiles.plan(profile);
    report.warn(planned.plan());
    return profiles.status().of(planned);
  }

  private PlanRequest request(ProfileChoice profile, Arguments arguments) {
    return request(profile).withPolicies(PolicyOptions.in(arguments));
  }

  private PlanRequest request(ProfileChoice profile) {
    return PlanRequest.offline(profile.name(), environment).withTyped(profile.explicit());
  }

  /** The session that long-term keys in the environment have, which belongs to no profile. */
  private Optional<View> ofKeysOfEnvironment(AwsConfiguration files, List<String> names) {
    PlanRequest request = request(ProfileChoice.implicit(environment));
    if (!request.isForKeysOfEnvironment()) {
      return Optional.empty();
    }
    View view = profiles.status().of(profiles.plan(files, request));
    return Optional.of(names.contains(view.profile()) ? view.named("(environment)") : view);
  }

  private List<View> all(AwsConfiguration files) {
    SessionStatus status = profiles.status();
    List<View> views = new ArrayList<>();
    List<String> names = LogicalProfiles.of(files);
    status.inEnvironment(environment).ifPresent(views::add);
    if (views.isEmpty()) {
      ofKeysOfEnvironment(files, names).ifPresent(views::add);
    }
    for (String name : names) {
      try {
        views.add(status.of(profiles.plan(files, request(new ProfileChoice(name, true)))));
      } catch (FailureException e) {
        // One profile that cannot be planned must not hide the others.
        views.add(status.unplanned(name, files));
      }
    }
    return views;
  }
}
