package dev.keyturn.domain.session;

import dev.keyturn.domain.profile.AwsConfiguration;
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
   * @param target the section that holds it; null when it is in no section
   * @param inAwsCli whether the AWS CLI has it in its cache too
   */
  public record Result(
      SessionPlan plan,
      Session session,
      boolean renewed,
      @Nullable Target target,
      boolean inAwsCli) {}

  private final ProfileFiles files;
  private final Sessions sessions;
  private final TargetSections targets;
  private final SessionLookup lookup;
  private final AwsCliSessions awsCli;
  private final InstantSource clock;

  /** Built on services and ports. */
  public Login(
      ProfileFiles files,
      Sessions sessions,
      TargetSections targets,
      SessionLookup lookup,
      AwsCliSessions awsCli,
      InstantSource clock) {
    this.files = files;
    this.sessions = sessions;
    this.targets = targets;
    this.lookup = lookup;
    this.awsCli = awsCli;
    this.clock = clock;
  }

  /**
   * Logs in.
   *
   * @param plan the plan
   * @param demand how fresh the session has to be
   * @param save whether to write it where AWS tools look for it
   */
  public Result login(SessionPlan plan, Demand demand, boolean save) {
    AwsConfiguration configuration = files.read();
    Optional<Session> foreign = holding(lookup.foreign(plan, configuration), demand);
    if (foreign.isPresent()) {
      return new Result(plan, foreign.get(), false, plan.target(), false);
    }
    Target target = save ? plan.target() : null;
    Optional<Session> ofAwsCli =
        holding(lookup.kept(plan), demand).isPresent()
            ? Optional.empty()
            : holding(lookup.ofAwsCli(plan, configuration), demand);
    if (ofAwsCli.isPresent()) {
      write(plan, target, ofAwsCli.get());
      return new Result(plan, ofAwsCli.get(), false, target, true);
    }
    Sessions.Obtained obtained = sessions.obtain(plan, demand);
    write(plan, target, obtained.session());
    boolean inAwsCli = save && awsCli.write(plan, configuration, obtained);
    return new Result(plan, obtained.session(), obtained.renewed(), target, inAwsCli);
  }

  private void write(SessionPlan plan, @Nullable Target target, Session session) {
    if (target != null) {
      targets.write(plan, target, session);
    }
  }

  /** Whether {@code plan} needs a code of a device that files or memory name. */
  public boolean knowsDevice(SessionPlan plan) {
    return lookup.device(plan) != null;
  }

  private Optional<Session> holding(Optional<Session> session, Demand demand) {
    return demand.force()
        ? Optional.empty()
        : session.filter(it -> demand.isMetBy(it, clock.instant()));
  }
}
