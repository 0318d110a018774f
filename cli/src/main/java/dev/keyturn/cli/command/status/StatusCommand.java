package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
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
import dev.keyturn.domain.session.use.SessionStatus.Source;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code keyturn status}: shows which profiles have a session and until when, without the network.
 */
public final class StatusCommand implements Command {

  private static final Argument<String> PROFILES =
      Argument.any(
          Value.PROFILE,
          "Profiles, or patterns such as 'dev-*' (default: all; with --check and --short"
              + " AWS_PROFILE, then default).");

  private static final Flag CHECK =
      Option.flag("--check", "Print nothing; exit with 0 if all sessions are valid, else with 1.");

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
            CHECK, MIN_REMAINING, SHORT, WATCH, ALL, ProfileChoice.OPTIONS, CommonOptions.OUTPUT)
        .rarely(PolicyOptions.ALL)
        .starting(Start.HOT, CHECK, SHORT)
        .starting(Start.SERVE, WATCH)
        .taking(PROFILES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.NO)
        .example("keyturn status", "show all profiles")
        .example("keyturn status 'dev-*'", "show those whose names begin with dev-")
        .example("keyturn status account1 --check", "exit with 0 if its session is valid, else 1");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Duration least = MIN_REMAINING.in(arguments, Duration.ZERO);
    List<PlanRequest> named = named(arguments);
    boolean some = !named.isEmpty() || CHECK.in(arguments) || SHORT.in(arguments);
    if (some && ALL.in(arguments)) {
      throw new Failure.Usage("--all shows every profile", arguments.typed().without(ALL))
          .exception();
    }
    if (CHECK.in(arguments)) {
      return check(orImplicit(named, arguments), least);
    }
    if (SHORT.in(arguments)) {
      return brief(only(orImplicit(named, arguments), arguments));
    }
    if (WATCH.in(arguments)) {
      report.watch(() -> views(named, profiles.files()), least, arguments);
      return ExitCode.DONE;
    }
    AwsConfiguration files = profiles.files();
    List<View> views = named.size() == 1 ? List.of(viewAndWarn(named.get(0))) : views(named, files);
    report.print(views, least, arguments);
    if (views.isEmpty() && !CommonOptions.wantsJson(arguments)) {
      report.nothing(files);
    }
    return ExitCode.DONE;
  }

  private List<PlanRequest> named(Arguments arguments) {
    List<String> names = ProfileChoice.typed(PROFILES.in(arguments), arguments);
    List<ProfileChoice> choices =
        ProfileChoice.isPatternIn(names)
            ? ProfileChoice.meant(names, profiles.files())
            : ProfileChoice.each(names);
    List<PlanRequest> requests = new ArrayList<>();
    for (ProfileChoice choice : choices) {
      requests.add(request(choice, arguments));
    }
    return requests;
  }

  private List<PlanRequest> orImplicit(List<PlanRequest> named, Arguments arguments) {
    return named.isEmpty()
        ? List.of(request(ProfileChoice.implicit(environment), arguments))
        : named;
  }

  private static PlanRequest only(List<PlanRequest> requests, Arguments arguments) {
    if (requests.size() > 1) {
      throw new Failure.Usage("--short takes one profile", arguments.typed().without(SHORT))
          .exception();
    }
    return requests.get(0);
  }

  private ExitCode check(List<PlanRequest> requests, Duration least) {
    boolean all = true;
    for (PlanRequest profile : requests) {
      View view = view(profile);
      Duration left = view.remaining(clock.instant());
      all &= view.isValid(clock.instant()) && left.compareTo(least) >= 0;
      if (requests.size() == 1) {
        isTrueFor(view, left.minus(least));
      }
    }
    return all ? ExitCode.DONE : ExitCode.NO;
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
    return profiles.status().of(planned, environment);
  }

  private PlanRequest request(ProfileChoice profile, Arguments arguments) {
    return request(profile).withPolicies(PolicyOptions.in(arguments));
  }

  private PlanRequest request(ProfileChoice profile) {
    return PlanRequest.offline(profile.name(), environment).withTyped(profile.explicit());
  }

  /** The session made with long-term keys in the environment, which belongs to no profile. */
  private Optional<View> ofKeysOfEnvironment(AwsConfiguration files, List<String> names) {
    PlanRequest request = request(ProfileChoice.implicit(environment));
    if (!request.isForKeysOfEnvironment()) {
      return Optional.empty();
    }
    View view = profiles.status().of(profiles.plan(files, request));
    return Optional.of(names.contains(view.profile()) ? view.named("(environment)") : view);
  }

  private List<View> views(List<PlanRequest> named, AwsConfiguration files) {
    if (named.isEmpty()) {
      return all(files);
    }
    List<View> views = new ArrayList<>();
    for (PlanRequest profile : named) {
      boolean exists = files.profile(profile.profile()).isPresent();
      views.add(exists ? view(files, profile) : view(profile));
    }
    return views;
  }

  /** The session of this shell comes first; if it belongs to a profile, it replaces that row. */
  private List<View> all(AwsConfiguration files) {
    List<View> views = new ArrayList<>();
    List<String> names = LogicalProfiles.of(files);
    View here = null;
    for (String name : names) {
      View view = view(files, request(new ProfileChoice(name, true)));
      if (view.source() == Source.ENVIRONMENT) {
        here = view;
      } else {
        views.add(view);
      }
    }
    Optional.ofNullable(here)
        .or(() -> profiles.status().inEnvironment(environment))
        .or(() -> ofKeysOfEnvironment(files, names))
        .ifPresent(views::addFirst);
    return views;
  }

  /** One profile that cannot be planned must not hide the others. */
  private View view(AwsConfiguration files, PlanRequest profile) {
    try {
      return profiles.status().of(profiles.plan(files, profile), environment);
    } catch (FailureException e) {
      return profiles.status().unplanned(profile.profile(), files);
    }
  }
}
