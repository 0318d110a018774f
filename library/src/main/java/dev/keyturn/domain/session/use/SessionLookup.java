package dev.keyturn.domain.session.use;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.FoundDevice;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.store.FileSession;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionStore;
import dev.keyturn.domain.session.store.StoredSteps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session of a plan's profile: in Keyturn's records, else in the target section if
 * another tool wrote it there with its expiration, else in the cache of the AWS CLI. Uses no
 * network and no code. Thread-safe as its ports are.
 */
final class SessionLookup {

  private final SessionStore store;
  private final KeyMemory memory;
  private final AwsCliSessions awsCli;
  private final InstantSource clock;

  SessionLookup(SessionStore store, KeyMemory memory, AwsCliSessions awsCli, InstantSource clock) {
    this.store = store;
    this.memory = memory;
    this.awsCli = awsCli;
    this.clock = clock;
  }

  /**
   * A session that satisfies {@code demand}; empty if a new one is demanded, or if it should be
   * renewed because that needs no person.
   */
  Optional<Session> find(PlannedProfile profile, FreshnessRequirement demand) {
    return find(
        profile.plan(),
        demand,
        () -> holding(foreign(profile), demand).or(() -> holding(ofAwsCli(profile), demand)));
  }

  /** As {@link #find}, in Keyturn's records only. */
  Optional<Session> findOwn(SessionPlan plan, FreshnessRequirement demand) {
    return find(plan, demand, Optional::empty);
  }

  private Optional<Session> find(
      SessionPlan plan, FreshnessRequirement demand, Supplier<Optional<Session>> otherwise) {
    if (demand.force()) {
      return Optional.empty();
    }
    StoredSteps kept = storedSteps(plan);
    Optional<Session> own = kept == null ? Optional.empty() : kept.last();
    if (kept != null
        && own.isPresent()
        && kept.isDue(own.get(), demand.window(), clock.instant())) {
      return Optional.empty();
    }
    return holding(own, demand).flatMap(session -> open(plan)).or(otherwise);
  }

  private Optional<Session> holding(Optional<Session> found, FreshnessRequirement demand) {
    return found.filter(session -> demand.isMetBy(session, clock.instant()));
  }

  /** The session in Keyturn's records, expired or not, for using its secrets. */
  private Optional<Session> open(SessionPlan plan) {
    StoredSteps kept = storedSteps(plan);
    return kept == null ? Optional.empty() : kept.open(plan.steps().size());
  }

  /** The session in Keyturn's records, expired or not, for reading its facts. */
  Optional<Session> kept(SessionPlan plan) {
    StoredSteps kept = storedSteps(plan);
    return kept == null ? Optional.empty() : kept.last();
  }

  /** The session in Keyturn's records, if it is valid, for using its secrets. */
  Optional<Session> openValid(SessionPlan plan) {
    return valid(plan).flatMap(session -> open(plan));
  }

  /** The session in Keyturn's records, if it is valid, for reading its facts. */
  Optional<Session> valid(SessionPlan plan) {
    Instant now = clock.instant();
    return kept(plan).filter(session -> !session.remaining(now).isZero());
  }

  /**
   * The plan itself or, for a role whose files name no device, the plan with the device that its
   * user logged in with, if that session is valid.
   */
  SessionPlan byValidSession(SessionPlan plan) {
    String id = FoundDevice.mayServe(plan) ? accessKeyId(plan) : null;
    MfaDevice known = id == null ? null : memory.device(id).orElse(null);
    if (id == null || known == null) {
      return plan;
    }
    SessionPlan coded = FoundDevice.remembered(plan, known);
    StoredSteps kept = new StoredSteps(store, coded, id, known);
    boolean ofUser = coded.steps().size() > plan.steps().size() && isValid(kept.find(1));
    return ofUser || isValid(kept.last()) ? coded : plan;
  }

  private boolean isValid(Optional<Session> session) {
    return session.filter(it -> !it.remaining(clock.instant()).isZero()).isPresent();
  }

  private @Nullable StoredSteps storedSteps(SessionPlan plan) {
    String id = accessKeyId(plan);
    return id == null ? null : new StoredSteps(store, plan, id, device(plan));
  }

  /** A session that another tool wrote to the target with its expiration. */
  Optional<Session> foreign(PlannedProfile profile) {
    SessionPlan plan = profile.plan();
    Target target = plan.target();
    // Another tool may have written a session with more permissions there.
    return target == null || !plan.policies().isNone()
        ? Optional.empty()
        : profile
            .files()
            .credentials(target.section())
            .flatMap(FileSession::in)
            .filter(found -> written(profile.files(), target.section(), found).isEmpty())
            .filter(found -> Objects.equals(plan.roleArn(), found.roleArn()))
            .flatMap(found -> session(plan, found));
  }

  /** Keyturn's record of the session in {@code section}, if Keyturn wrote it. */
  Optional<SessionStore.Written> written(
      AwsConfiguration configuration, String section, FileSession found) {
    return store
        .written(configuration.credentialsFile(), section)
        .filter(written -> written.accessKeyId().equals(found.accessKeyId()));
  }

  private Optional<Session> session(SessionPlan plan, FileSession found) {
    Identity identity = plan.roleArn() == null ? owner(plan) : null;
    return found
        .credentials()
        .map(credentials ->
            new Session(credentials, identity, plan.device(), found.roleArn(), Duration.ZERO));
  }

  /** A session of the plan's role for which the AWS CLI asked for a code. */
  Optional<Session> ofAwsCli(PlannedProfile profile) {
    return awsCli.find(profile, device(profile.plan()));
  }

  /** The identity of {@code plan}'s long-term keys, if it was looked up before. */
  @Nullable Identity owner(SessionPlan plan) {
    String id = accessKeyId(plan);
    return id == null ? null : ownerOf(id);
  }

  /** The identity that a key belongs to, if it was looked up before. */
  @Nullable Identity ownerOf(String accessKeyId) {
    return memory.identity(accessKeyId).orElse(null);
  }

  /** The device whose code {@code plan} needs, if it is known; empty if it needs no code. */
  @Nullable MfaDevice device(SessionPlan plan) {
    MfaDevice named = plan.device();
    String typed = FoundDevice.typed(plan);
    if (!plan.needsCode() || (named != null && typed == null)) {
      return plan.needsCode() ? named : null;
    }
    String id = accessKeyId(plan);
    Optional<MfaDevice> remembered = id == null ? Optional.empty() : memory.device(id);
    return typed == null
        ? remembered.orElse(null)
        : remembered.filter(device -> device.isMeantBy(typed)).orElse(named);
  }

  /**
   * The access keys that the stored sessions of {@code plan} were made with: for a program or a
   * sign-in, all that it returned. It may return another key by now, so these sessions must not be
   * handed out.
   */
  List<String> accessKeyIds(SessionPlan plan) {
    if (plan.base() instanceof Base.Changing source) {
      return memory.changingKeys(source.profile());
    }
    String id = accessKeyId(plan);
    return id == null ? List.of() : List.of(id);
  }

  /** The access key that a plan uses; null if it can be found out only by running a program. */
  static @Nullable String accessKeyId(SessionPlan plan) {
    Base base = plan.base();
    if (base instanceof Base.Environment variables) {
      return variables.key().id();
    }
    if (base instanceof Base.StoredSession stored) {
      return stored.key().id();
    }
    if (base instanceof Base.Store stored) {
      return stored.accessKeyId();
    }
    return base instanceof Base.Keys keys ? keys.key().id() : null;
  }
}
