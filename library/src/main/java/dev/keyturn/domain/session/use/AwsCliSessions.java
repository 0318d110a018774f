package dev.keyturn.domain.session.use;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.AwsCliKey;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Shares the sessions of roles with the AWS CLI: {@code aws --profile ROLE} finds those that a
 * login made, and Keyturn finds those for which the AWS CLI asked for a code. Thread-safe as its
 * ports are.
 */
final class AwsCliSessions {

  /** With less time left, the AWS CLI makes a new one. */
  private static final Duration LEAST = Duration.ofMinutes(15);

  /** The file name under which the sessions written there are recorded. */
  private static final String PLACE = "aws-cli";

  private final AwsCliCache cache;
  private final SessionStore store;
  private final InstantSource clock;

  AwsCliSessions(AwsCliCache cache, SessionStore store, InstantSource clock) {
    this.cache = cache;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Writes the session of every role of a plan to the AWS CLI's cache. Sessions that the AWS CLI
   * would no longer use are left out.
   *
   * @param obtained the session of the plan, which is in the store
   * @return whether the last role's session was written
   */
  boolean write(AwsConfiguration configuration, SessionMaker.Obtained obtained) {
    SessionPlan plan = obtained.plan();
    MfaDevice device = obtained.session().device();
    boolean last = SignIn.of(plan) != null;
    for (int steps = 1; steps <= plan.steps().size(); steps++) {
      Optional<AwsCliKey> key = key(plan, configuration, device, steps);
      Optional<Session> session =
          store.open(SessionKey.of(plan, obtained.accessKeyId(), device, steps));
      last = key.isPresent() && session.isPresent() && write(key.get(), session.get());
    }
    return last;
  }

  private boolean write(AwsCliKey key, Session session) {
    Identity identity = session.identity();
    if (identity == null || session.remaining(clock.instant()).compareTo(LEAST) < 0) {
      return false;
    }
    // Recorded first: a session without a record would be treated as the AWS CLI's own.
    store.noteWritten(PLACE, key.name(), session, List.of());
    cache.save(key.name(), new AssumedRole(session.credentials(), identity));
    return true;
  }

  /**
   * The session of the profile that the AWS CLI made, or for which the user signed in. Without a
   * device in its name, its user is unknown.
   *
   * @param device the device whose code its plan needs; null when unknown
   */
  Optional<Session> find(PlannedProfile profile, @Nullable MfaDevice device) {
    SessionPlan plan = profile.plan();
    SignIn base = SignIn.of(plan);
    if (base != null) {
      return cache.signedIn(base, clock.instant()).map(found -> Session.of(base, found));
    }
    return key(plan, profile.files(), device, plan.steps().size())
        .filter(AwsCliKey::namesDevice)
        .flatMap(key -> cache.find(key.name()).filter(found -> !isOurs(key.name(), found)))
        .map(found ->
            new Session(
                found.credentials(), found.identity(), device, plan.roleArn(), Duration.ZERO));
  }

  private boolean isOurs(String name, AssumedRole found) {
    return store
        .written(PLACE, name)
        .filter(it -> it.accessKeyId().equals(found.credentials().accessKeyId()))
        .isPresent();
  }

  /**
   * Removes the sessions of the profile that Keyturn wrote there.
   *
   * @param ends whether the session of that many steps ends
   * @return whether any was removed
   */
  boolean remove(PlannedProfile profile, @Nullable MfaDevice device, IntPredicate ends) {
    SessionPlan plan = profile.plan();
    boolean removed = false;
    for (int steps = 1; steps <= plan.steps().size(); steps++) {
      Optional<AwsCliKey> key = key(plan, profile.files(), device, steps);
      removed |= ends.test(steps) && key.isPresent() && remove(key.get().name());
    }
    return removed;
  }

  /** Removes everything that Keyturn wrote there. */
  void removeAll() {
    cache.names().forEach(this::remove);
  }

  private boolean remove(String name) {
    boolean ours = cache.find(name).filter(found -> isOurs(name, found)).isPresent();
    if (ours) {
      cache.remove(name);
    }
    store.forgetWritten(PLACE, name);
    return ours;
  }

  private static Optional<AwsCliKey> key(
      SessionPlan plan, AwsConfiguration configuration, @Nullable MfaDevice device, int steps) {
    String serialNumber = device == null ? null : device.serialNumber();
    return steps > 0 && plan.steps().get(steps - 1) instanceof Step.AssumeRole role
        ? AwsCliKey.of(configuration, role, serialNumber)
        : Optional.empty();
  }
}
