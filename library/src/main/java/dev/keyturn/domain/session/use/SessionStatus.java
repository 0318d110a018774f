package dev.keyturn.domain.session.use;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.store.FileSession;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Rfc3339;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionStore.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports the session of a profile, using only files and Keyturn's own records. Thread-safe as its
 * ports are.
 */
public final class SessionStatus {

  /** Where a session was found. */
  public enum Source {
    /** In a section of the credentials file. */
    CREDENTIALS_FILE("credentials-file"),
    /** In Keyturn's state, or in the AWS CLI's cache. */
    CACHE("cache"),
    /** In the environment of this process. */
    ENVIRONMENT("environment");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** The stable name in outputs. */
    public String label() {
      return label;
    }
  }

  /**
   * A profile and its session.
   *
   * @param profile the profile
   * @param layout its layout
   * @param identity the identity of the session or of the keys; null if it was not looked up yet
   * @param roleArn the role; null for a user's session
   * @param device the MFA device, if known
   * @param source where the session is; null if there is none
   * @param target the section that contains it, or would; null if no section can
   * @param expiration its expiration; null if there is no session or its expiration is unknown
   * @param policies the names of the session policies that limit it
   */
  public record View(
      String profile,
      Layout layout,
      @Nullable Identity identity,
      @Nullable String roleArn,
      @Nullable MfaDevice device,
      @Nullable Source source,
      @Nullable String target,
      @Nullable Instant expiration,
      List<String> policies) {

    /** The same under another name. */
    public View named(String name) {
      return new View(
          name, layout, identity, roleArn, device, source, target, expiration, policies);
    }

    /** The same, found in the environment of this process. */
    View handedOver() {
      return new View(
          profile,
          layout,
          identity,
          roleArn,
          device,
          Source.ENVIRONMENT,
          target,
          expiration,
          policies);
    }

    /** Whether there is a session that is known to be valid at {@code now}. */
    public boolean isValid(Instant now) {
      return remaining(now).compareTo(Duration.ZERO) > 0;
    }

    /** How long it is valid; zero if there is none or its expiration is unknown. */
    public Duration remaining(Instant now) {
      Instant end = expiration;
      return end == null || end.isBefore(now) ? Duration.ZERO : Duration.between(now, end);
    }
  }

  private final SessionLookup lookup;
  private final InstantSource clock;

  SessionStatus(SessionLookup lookup, InstantSource clock) {
    this.lookup = lookup;
    this.clock = clock;
  }

  /**
   * The session of a profile: the one in the file, unless that has expired and a stored one has
   * not.
   */
  public View of(PlannedProfile profile) {
    return find(profile).view();
  }

  /**
   * The same; if Keyturn set that session in {@code environment}, it is reported as found there.
   */
  public View of(PlannedProfile profile, Map<String, String> environment) {
    Found found = find(profile);
    return found.isIn(environment) ? found.view().handedOver() : found.view();
  }

  /** A profile with its session, and the id of the session's key; null if there is none. */
  private record Found(View view, @Nullable String accessKeyId) {
    boolean isIn(Map<String, String> environment) {
      return accessKeyId != null
          && accessKeyId.equals(Variable.AWS_ACCESS_KEY_ID.in(environment))
          && view.profile().equals(Variable.KEYTURN_PROFILE.in(environment));
    }
  }

  private Found find(PlannedProfile profile) {
    SessionPlan plan = profile.plan();
    AwsConfiguration configuration = profile.files();
    Target target = plan.target();
    Optional<FileSession> inFile =
        target == null
            ? Optional.empty()
            : configuration.credentials(target.section()).flatMap(FileSession::in);
    Optional<Session> kept = lookup.kept(plan).or(() -> lookup.ofAwsCli(profile));
    Optional<Found> inCache =
        kept.map(session -> new Found(inCache(plan, session), session.credentials().accessKeyId()));
    if (inFile.isPresent() && target != null) {
      FileSession session = inFile.get();
      View view =
          inFile(plan, target, session, lookup.written(configuration, target.section(), session));
      return inCache
          .filter(cached -> hasOutlived(cached.view(), view))
          .orElseGet(() -> new Found(view, session.accessKeyId()));
    }
    return inCache.orElseGet(() -> new Found(without(plan), null));
  }

  private boolean hasOutlived(View cached, View file) {
    Instant now = clock.instant();
    return file.expiration() != null && !file.isValid(now) && cached.isValid(now);
  }

  /** The session in {@code environment}, if there is one, under the name of its profile there. */
  public Optional<View> inEnvironment(Map<String, String> environment) {
    String profile = Variable.KEYTURN_PROFILE.in(environment);
    boolean session =
        Variable.AWS_ACCESS_KEY_ID.isSet(environment)
            && Variable.AWS_SESSION_TOKEN.isSet(environment);
    return session
        ? Optional.of(
            new View(
                profile.isEmpty() ? "(environment)" : profile,
                Layout.NONE,
                null,
                null,
                null,
                Source.ENVIRONMENT,
                null,
                Rfc3339.parse(Variable.AWS_CREDENTIAL_EXPIRATION.in(environment)).orElse(null),
                List.of()))
        : Optional.empty();
  }

  /** A profile that no session can be made for; its section may still contain one. */
  public View unplanned(String profile, AwsConfiguration configuration) {
    Optional<FileSession> found = configuration.credentials(profile).flatMap(FileSession::in);
    Optional<Written> written = found.flatMap(it -> lookup.written(configuration, profile, it));
    return new View(
        profile,
        Layout.NONE,
        written.map(Written::identity).orElse(null),
        null,
        null,
        found.isPresent() ? Source.CREDENTIALS_FILE : null,
        found.isPresent() ? profile : null,
        written.map(Written::expiration).or(() -> found.map(FileSession::expiration)).orElse(null),
        written.map(Written::policies).orElse(List.of()));
  }

  private View inFile(
      SessionPlan plan, Target target, FileSession found, Optional<Written> written) {
    return new View(
        plan.profile(),
        plan.layout(),
        written.map(Written::identity).orElseGet(() -> lookup.owner(plan)),
        plan.roleArn(),
        lookup.device(plan),
        Source.CREDENTIALS_FILE,
        target.section(),
        written.map(Written::expiration).orElse(found.expiration()),
        written.map(Written::policies).orElse(List.of()));
  }

  private View inCache(SessionPlan plan, Session session) {
    return new View(
        plan.profile(),
        plan.layout(),
        session.identity(),
        plan.roleArn(),
        lookup.device(plan),
        Source.CACHE,
        null,
        session.credentials().expiration(),
        plan.policies().names());
  }

  private View without(SessionPlan plan) {
    Target target = plan.target();
    return new View(
        plan.profile(),
        plan.layout(),
        lookup.owner(plan),
        plan.roleArn(),
        lookup.device(plan),
        null,
        target == null ? null : target.section(),
        null,
        List.of());
  }
}
