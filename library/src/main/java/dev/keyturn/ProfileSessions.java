package dev.keyturn;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.SessionLookup;
import java.time.Duration;
import java.util.Optional;

/** Gets the credentials of one profile, as its files are at that moment. */
final class ProfileSessions {

  private final ProfileFiles files;
  private final SessionPlanner planner;
  private final PlanRequest request;
  private final SessionLookup lookup;
  private final SessionMaker sessions;
  private final SdkBaseCredentials bases;
  private final boolean callback;
  private final RefreshWindow window;

  ProfileSessions(
      ProfileFiles files,
      SessionPlanner planner,
      PlanRequest request,
      SessionLookup lookup,
      SessionMaker sessions,
      SdkBaseCredentials bases,
      boolean callback,
      RefreshWindow window) {
    this.files = files;
    this.planner = planner;
    this.request = request;
    this.lookup = lookup;
    this.sessions = sessions;
    this.bases = bases;
    this.callback = callback;
    this.window = window;
  }

  String profile() {
    return request.profile();
  }

  /** Credentials with at least {@code remaining} left, kept or new. */
  ProfileCredentials obtain(Duration remaining) {
    AwsConfiguration configuration = files.read();
    SessionPlan plan = planner.plan(configuration, request);
    if (plan.steps().isEmpty() || plan.base() instanceof Base.Other) {
      return ProfileCredentials.of(bases.asTheyAre(plan, configuration));
    }
    FreshnessRequirement demand = new FreshnessRequirement(false, remaining, window);
    Optional<Session> kept = lookup.find(plan, configuration, demand);
    boolean asksAhead = callback || plan.mfaProcess() != null;
    if (kept.isPresent()) {
      return ProfileCredentials.of(kept.get(), asksAhead);
    }
    try {
      return ProfileCredentials.of(sessions.obtain(plan, demand).session(), asksAhead);
    } catch (FailureException e) {
      boolean withoutMfa =
          e.failure() instanceof ProfileFailure.NoDevice none && !none.passkeyOnly();
      if (!withoutMfa || plan.roleArn() != null) {
        throw e;
      }
      return ProfileCredentials.of(bases.asTheyAre(plan, configuration));
    }
  }
}
