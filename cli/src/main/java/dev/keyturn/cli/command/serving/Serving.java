package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.SessionLookup;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Serves profiles: finds their sessions and makes them without a person.
 *
 * @param files the AWS files, read again as they change
 * @param planner decides how sessions are made
 * @param lookup finds what is there
 * @param silent makes what is not, and asks nobody
 * @param window when sessions are renewed
 * @param clock the time
 * @param random from 0 to 1
 * @param notes takes what the user should know
 */
public record Serving(
    ProfileFiles files,
    SessionPlanner planner,
    SessionLookup lookup,
    SessionMaker silent,
    RefreshWindow window,
    InstantSource clock,
    DoubleSupplier random,
    Consumer<String> notes) {

  /** Begins to serve the profile of {@code own}, and what {@code reach} adds to it. */
  public ServedProfiles open(PlanRequest own, Reach reach) {
    return new ServedProfiles(this::session, own, reach, notes);
  }

  ServedSession session(PlanRequest request) {
    return new ServedSession(
        new Planned(request),
        clock,
        random,
        window.silent(),
        failure -> tell(request.profile(), failure),
        task -> Thread.ofPlatform().daemon().name("renewal").start(task));
  }

  /** When to renew is decided here: until then a session will do as long as it holds. */
  private FreshnessRequirement demand(Duration remaining) {
    return new FreshnessRequirement(
        false, remaining, new RefreshWindow(Duration.ZERO, Duration.ZERO, window.least()));
  }

  private void tell(String profile, Failure failure) {
    notes.accept("the session of '" + profile + "' cannot be renewed: " + failure.message());
    if (!failure.hint().isEmpty()) {
      notes.accept("hint: " + failure.hint());
    }
  }

  /** Plans anew each time, as the files may have changed. */
  private final class Planned implements SessionSource {

    private final PlanRequest request;

    Planned(PlanRequest request) {
      this.request = request;
    }

    @Override
    public Optional<Session> kept() {
      AwsConfiguration configuration = files.read();
      return lookup.find(plan(configuration), configuration, demand(ServedSession.LEAST));
    }

    @Override
    public Session make(Duration remaining) {
      return silent.obtain(plan(files.read()), demand(remaining)).session();
    }

    private SessionPlan plan(AwsConfiguration configuration) {
      return planner.plan(configuration, request);
    }
  }
}
