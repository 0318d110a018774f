package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.LocalClock;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.line.TimeText;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.use.SessionStatus;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keyturn status}: which profiles have a session, and until when. No network. */
public final class StatusCommand implements Command {

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final SessionStatus statuses;
  private final LocalClock clock;
  private final Output output;
  private final Consumer<Duration> pause;

  /** Built on services and ports; {@code pause} is what {@code --watch} waits with. */
  public StatusCommand(
      Map<String, String> environment,
      ProfileFiles files,
      SessionPlanner planner,
      SessionStatus statuses,
      LocalClock clock,
      Output output,
      Consumer<Duration> pause) {
    this.environment = environment;
    this.files = files;
    this.planner = planner;
    this.statuses = statuses;
    this.clock = clock;
    this.output = output;
    this.pause = pause;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    Options.addProfile(spec);
    spec.addOption(Options.flag("Every profile, as without PROFILE.", "--all"));
    spec.addOption(Options.flag("Print nothing; exit 0 if the session holds, else 1.", "--check"));
    spec.addOption(Options.duration("A session with less left does not count.", "--min-remaining"));
    spec.addOption(Options.flag("One word for a prompt.", "--short"));
    spec.addOption(Options.flag("Show it again and again until interrupted.", "--watch"));
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Duration remaining = arguments.duration("--min-remaining");
    Duration least = remaining == null ? Duration.ZERO : remaining;
    boolean named = !arguments.positionals().isEmpty() || arguments.has("--profile");
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    boolean one = named || arguments.has("--check") || arguments.has("--short");
    if (one && arguments.has("--all")) {
      throw new Failure.Usage("--all shows every profile", "keyturn status --all").exception();
    }
    if (arguments.has("--check")) {
      return check(profile, least);
    }
    if (arguments.has("--short")) {
      return brief(profile);
    }
    do {
      List<View> views = named ? List.of(viewAndWarn(profile)) : all();
      output.text(
          arguments.wantsJson()
              ? StatusTable.json(views, clock, least) + "\n"
              : StatusTable.text(views, clock));
      if (arguments.has("--watch")) {
        pause.accept(Duration.ofSeconds(1));
      }
    } while (arguments.has("--watch") && !output.isClosed());
    return ExitCode.DONE;
  }

  /** {@code --check}. */
  public ExitCode check(ProfileChoice profile, Duration least) {
    View view = view(profile);
    boolean holds = view.isValid(clock.instant());
    boolean enough = view.remaining(clock.instant()).compareTo(least) >= 0;
    return holds && enough ? ExitCode.DONE : ExitCode.NO;
  }

  /** {@code --short}. */
  public ExitCode brief(ProfileChoice profile) {
    View view = view(profile);
    boolean holds = view.isValid(clock.instant());
    output.line(
        profile.name() + " " + (holds ? TimeText.brief(view.remaining(clock.instant())) : "-"));
    return ExitCode.DONE;
  }

  private View view(ProfileChoice profile) {
    AwsConfiguration configuration = files.read();
    return statuses.of(planner.plan(configuration, request(profile)), configuration);
  }

  private View viewAndWarn(ProfileChoice profile) {
    AwsConfiguration configuration = files.read();
    SessionPlan plan = planner.plan(configuration, request(profile));
    for (Warning warning : plan.warnings()) {
      if (warning.code().equals("environment-keys-win")) {
        output.note(warning.message());
      }
    }
    return statuses.of(plan, configuration);
  }

  private PlanRequest request(ProfileChoice profile) {
    return PlanRequest.offline(profile.name(), environment).withTyped(profile.explicit());
  }

  /** The session that long-term keys in the environment have, which belongs to no profile. */
  private Optional<View> ofKeysOfEnvironment(AwsConfiguration configuration, List<String> names) {
    PlanRequest request = request(ProfileChoice.implicit(environment));
    if (!request.isForKeysOfEnvironment()) {
      return Optional.empty();
    }
    View view = statuses.of(planner.plan(configuration, request), configuration);
    return Optional.of(names.contains(view.profile()) ? view.named("(environment)") : view);
  }

  private List<View> all() {
    AwsConfiguration configuration = files.read();
    List<View> views = new ArrayList<>();
    List<String> names = LogicalProfiles.of(configuration);
    statuses.inEnvironment(environment).ifPresent(views::add);
    if (views.isEmpty()) {
      ofKeysOfEnvironment(configuration, names).ifPresent(views::add);
    }
    for (String name : names) {
      try {
        SessionPlan plan = planner.plan(configuration, request(new ProfileChoice(name, true)));
        views.add(statuses.of(plan, configuration));
      } catch (FailureException e) {
        // One profile that cannot be planned must not hide the others.
        views.add(statuses.unplanned(name, configuration));
      }
    }
    return views;
  }
}
