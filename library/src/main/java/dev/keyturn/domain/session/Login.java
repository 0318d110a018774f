package dev.keyturn.domain.session;

import dev.keyturn.domain.profile.AwsConfiguration;
import dev.keyturn.domain.profile.ProfileFiles;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlan.Base;
import dev.keyturn.domain.profile.SessionPlan.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
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
  private final SessionStore store;
  private final KeyMemory memory;
  private final InstantSource clock;

  /** Built on services and ports. */
  public Login(
      ProfileFiles files,
      Sessions sessions,
      TargetSections targets,
      SessionStore store,
      KeyMemory memory,
      InstantSource clock) {
    this.files = files;
    this.sessions = sessions;
    this.targets = targets;
    this.store = store;
    this.memory = memory;
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
    return plan.base() instanceof Base.Keys keys
        && Devices.keyed(plan, keys.key().id(), memory) != null;
  }

  /** A session that another tool wrote to the target, with its end, and that holds. */
  private Optional<Session> foreign(SessionPlan plan, Demand demand) {
    Target target = plan.target();
    if (target == null || demand.force()) {
      return Optional.empty();
    }
    AwsConfiguration now = files.read();
    return now.credentials(target.section())
        .flatMap(FileSession::in)
        .filter(found -> !isOurs(now, target, found))
        .filter(found -> Objects.equals(plan.roleArn(), found.roleArn()))
        .flatMap(found -> session(plan, found))
        .filter(session -> remaining(session).compareTo(demand.remaining()) >= 0);
  }

  private boolean isOurs(AwsConfiguration now, Target target, FileSession found) {
    return store
        .written(now.credentialsFile(), target.section())
        .filter(found.accessKeyId()::equals)
        .isPresent();
  }

  private Optional<Session> session(SessionPlan plan, FileSession found) {
    return found
        .credentials()
        .map(credentials ->
            new Session(
                credentials, knownIdentity(plan), plan.device(), found.roleArn(), Duration.ZERO));
  }

  private @Nullable Identity knownIdentity(SessionPlan plan) {
    return plan.roleArn() == null && plan.base() instanceof Base.Keys keys
        ? memory.identity(keys.key().id()).orElse(null)
        : null;
  }

  private Duration remaining(Session session) {
    return session.remaining(clock.instant());
  }
}
