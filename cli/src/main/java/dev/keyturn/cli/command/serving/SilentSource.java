package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.time.Duration;
import java.util.Optional;

/**
 * The sessions of one profile or role, made without a person. It is planned anew each time, as the
 * files may have changed. The caller decides when to renew; until then any session is accepted.
 *
 * @param profiles asks nobody
 * @param request the profile or role
 * @param window only its minimum is used
 */
record SilentSource(ProfileCredentials profiles, PlanRequest request, RefreshWindow window)
    implements ServedSession.Source {

  @Override
  public Optional<Session> kept() {
    return profiles.kept(profiles.plan(request), demand(ServedSession.LEAST));
  }

  @Override
  public Session make(Duration remaining) {
    return profiles.session(profiles.plan(request), demand(remaining));
  }

  private FreshnessRequirement demand(Duration remaining) {
    return new FreshnessRequirement(
        false, remaining, new RefreshWindow(Duration.ZERO, Duration.ZERO, window.least()));
  }
}
