package dev.keyturn.domain.session.use;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Logs profiles in: obtains a stored or new session for each and writes it where the profile's
 * tools look for it. Codes are asked for one after the other, each once; everything else runs in
 * parallel.
 */
public final class Login {

  /** The outcome of a request. */
  public sealed interface Outcome {
    /** How the session was to be made. */
    SessionPlan plan();
  }

  /**
   * A session.
   *
   * @param plan how the session was made
   * @param session the session
   * @param renewed whether it was made just now
   * @param target the section that contains it; null when it is in no section
   * @param inAwsCli whether the AWS CLI has it in its cache too
   * @param lacking the settings that could not be written to the config file; null for none
   */
  public record Result(
      SessionPlan plan,
      Session session,
      boolean renewed,
      @Nullable Target target,
      boolean inAwsCli,
      TargetSections.@Nullable Lacking lacking)
      implements Outcome {

    Result(
        SessionPlan plan,
        Session session,
        boolean renewed,
        @Nullable Target target,
        boolean inAwsCli) {
      this(plan, session, renewed, target, inAwsCli, null);
    }

    /** The same, with a session that the command made itself before it logged in. */
    public Result made() {
      return new Result(plan, session, true, target, inAwsCli, lacking);
    }

    private Result with(TargetSections.@Nullable Lacking what) {
      return new Result(plan, session, renewed, target, inAwsCli, what);
    }
  }

  /**
   * A failed login.
   *
   * @param plan how the session was to be made
   * @param failure why it failed
   */
  public record Failed(SessionPlan plan, Failure failure) implements Outcome {}

  /** Receives the progress. */
  public interface Progress {
    /** The given number of {@code all} sessions is ready; called by several threads. */
    void done(int done, int all);
  }

  private final Supplier<SessionMaker> sessions;
  private final TargetSections targets;
  private final SessionLookup lookup;
  private final AwsCliSessions awsCli;
  private final InstantSource clock;

  /** Takes its collaborators; the maker of missing sessions is called for when first needed. */
  Login(
      Supplier<SessionMaker> sessions,
      TargetSections targets,
      SessionLookup lookup,
      AwsCliSessions awsCli,
      InstantSource clock) {
    this.sessions = sessions;
    this.targets = targets;
    this.lookup = lookup;
    this.awsCli = awsCli;
    this.clock = clock;
  }

  /** See {@link ProfileCredentials#login}. */
  List<Outcome> login(
      List<LoginRequest> requests,
      FreshnessRequirement demand,
      @Nullable MfaCode typed,
      Progress progress) {
    List<Attempt> attempts = new ArrayList<>();
    requests.forEach(request -> attempts.add(new Attempt(request, demand, typed)));
    // Before any is made: what this login makes for one profile is new for the others too.
    attempts.forEach(attempt -> attempt.trying(attempt::find));
    checkGivenCode(attempts);
    Map<String, Failure> refusedCodes = new HashMap<>();
    attempts.forEach(attempt -> attempt.trying(() -> attempt.prepare(refusedCodes)));
    AtomicInteger done = new AtomicInteger();
    InParallel.each(
        attempts,
        attempt -> {
          attempt.trying(attempt::obtain);
          progress.done(done.incrementAndGet(), attempts.size());
        });
    write(attempts);
    return attempts.stream().map(Attempt::outcome).toList();
  }

  private static void checkGivenCode(List<Attempt> attempts) {
    if (attempts.size() > 1) {
      GivenCode code = new GivenCode();
      attempts.forEach(attempt -> attempt.trying(() -> attempt.addNeedOf(code)));
      code.check();
    }
  }

  private void write(List<Attempt> attempts) {
    Map<Attempt, TargetSections.Entry> entries = new LinkedHashMap<>();
    attempts.forEach(attempt -> attempt.entry().ifPresent(entry -> entries.put(attempt, entry)));
    if (entries.isEmpty()) {
      return;
    }
    try {
      TargetSections.Written written = targets.write(List.copyOf(entries.values()));
      entries.forEach((attempt, entry) -> attempt.add(written, entry));
    } catch (FailureException e) {
      entries.keySet().forEach(attempt -> attempt.failure = e.failure());
    }
  }

  /** One request on its way to an outcome. */
  private final class Attempt {

    private final PlannedProfile profile;
    private final SessionPlan plan;
    private final boolean save;
    private final FreshnessRequirement demand;
    private final @Nullable MfaCode typed;
    private @Nullable Result result;
    private @Nullable Failure failure;

    /** Whether another tool wrote the session to the target, where it is left unchanged. */
    private boolean foreign;

    Attempt(LoginRequest request, FreshnessRequirement demand, @Nullable MfaCode typed) {
      this.profile = request.profile();
      this.plan = profile.plan();
      this.save = request.save();
      this.demand = demand;
      this.typed = typed;
    }

    void trying(Runnable work) {
      if (failure != null || result != null) {
        return;
      }
      try {
        work.run();
      } catch (FailureException e) {
        if (Nature.stopsEverything(e.failure())) {
          throw e;
        }
        failure = e.failure();
      }
    }

    /** Finds an existing session. */
    void find() {
      result = found().orElse(null);
    }

    /** Makes the session that takes a code. A code that failed is not asked for again. */
    void prepare(Map<String, Failure> refusedCodes) {
      String device = plan.longTermKeyId() + " " + lookup.device(plan);
      Failure refused = refusedCodes.get(device);
      if (refused != null) {
        throw refused.concerning(plan.profile()).exception();
      }
      try {
        checkTarget();
        sessions.get().prepare(plan, demand, typed);
      } catch (FailureException e) {
        if (Nature.concernsAllWithTheSameKey(e.failure())) {
          refusedCodes.put(device, e.failure());
        }
        throw e;
      }
    }

    void addNeedOf(GivenCode code) {
      MfaDevice device = sessions.get().deviceOfGivenCode(plan, demand, typed);
      if (device != null) {
        code.isNeeded(device, plan.profile(), typed == null);
      }
    }

    /** A stored session needs no code, and may be in its section already. */
    private void checkTarget() {
      Target target = save ? plan.target() : null;
      if (target != null && holding(lookup.kept(plan), demand).isEmpty()) {
        targets.check(plan, target);
      }
    }

    private Optional<Result> found() {
      Optional<Session> written = holding(lookup.foreign(profile), demand);
      if (written.isPresent()) {
        foreign = true;
        return Optional.of(new Result(plan, written.get(), false, plan.target(), false));
      }
      if (holding(lookup.kept(plan), demand).isPresent()) {
        return ofUser();
      }
      return holding(lookup.ofAwsCli(profile), demand)
          .map(session -> new Result(plan, session, false, save ? plan.target() : null, true));
    }

    /** Only the sessions of roles are written to the AWS CLI's cache. */
    private Optional<Result> ofUser() {
      return plan.roleArn() != null
          ? Optional.empty()
          : lookup
              .findOwn(plan, demand)
              .map(session -> new Result(plan, session, false, save ? plan.target() : null, false));
    }

    void obtain() {
      SessionMaker.Obtained obtained = sessions.get().obtain(plan, demand, typed);
      boolean inAwsCli = save && awsCli.write(profile.files(), obtained);
      result =
          new Result(
              plan, obtained.session(), obtained.renewed(), save ? plan.target() : null, inAwsCli);
    }

    /** The session to write to a section. */
    Optional<TargetSections.Entry> entry() {
      Result made = result;
      Target target = made == null || foreign ? null : made.target();
      return made == null || target == null
          ? Optional.empty()
          : Optional.of(new TargetSections.Entry(plan, target, made.session()));
    }

    void add(TargetSections.Written written, TargetSections.Entry entry) {
      failure = written.refused().get(entry);
      result = Objects.requireNonNull(result).with(written.lacking().get(entry));
    }

    Outcome outcome() {
      Failure why = failure;
      if (why != null) {
        return new Failed(plan, why);
      }
      return Objects.requireNonNull(result);
    }
  }

  private Optional<Session> holding(Optional<Session> session, FreshnessRequirement demand) {
    return demand.force()
        ? Optional.empty()
        : session.filter(it -> demand.isMetBy(it, clock.instant()));
  }
}
