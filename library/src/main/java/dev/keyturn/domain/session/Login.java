package dev.keyturn.domain.session;

import dev.keyturn.domain.profile.ProfileFiles;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlan.Target;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logs a profile in: a session, kept or new, written where the profile's tools look for it. */
public final class Login {

  /**
   * What came of it.
   *
   * @param plan how the session was made
   * @param session the session
   * @param renewed whether it was made just now
   * @param target the section that holds it; null when it is only kept by Keyturn
   */
  public record Result(
      SessionPlan plan, Session session, boolean renewed, @Nullable Target target) {}

  private final ProfileFiles files;
  private final Sessions sessions;
  private final TargetSections targets;
  private final SessionLookup lookup;
  private final InstantSource clock;

  /** Built on services and ports. */
  public Login(
      ProfileFiles files,
      Sessions sessions,
      TargetSections targets,
      SessionLookup lookup,
      InstantSource clock) {
    this.files = files;
    this.sessions = sessions;
    this.targets = targets;
    this.lookup = lookup;
    this.clock = clock;
  }

  /**
   * Logs in.
   *
   * @param plan the plan
   * @param demand how fresh the session has to be
   * @param save whether to write it to the credentials file
   */
  public Result login(SessionPlan plan, Demand demand, boolean save) {
    Target target = save ? plan.target() : null;
    Optional<Session> foreign = foreign(plan, demand);
    if (foreign.isPresent()) {
      return new Result(plan, foreign.get(), false, plan.target());
    }
    Sessions.Obtained obtained = sessions.obtain(plan, demand);
    if (target != null) {
      targets.write(plan, target, obtained.session());
    }
    return new Result(plan, obtained.session(), obtained.renewed(), target);
  }

  /** Whether {@code plan} needs a code of a device that files or memory name. */
  public boolean knowsDevice(SessionPlan plan) {
    return lookup.device(plan) != null;
  }

  private Optional<Session> foreign(SessionPlan plan, Demand demand) {
    return demand.force()
        ? Optional.empty()
        : lookup
            .foreign(plan, files.read())
            .filter(it -> it.remaining(clock.instant()).compareTo(demand.remaining()) >= 0);
  }
}
