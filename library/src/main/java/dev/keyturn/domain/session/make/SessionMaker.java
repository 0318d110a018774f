package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.CodeSpending;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.FoundDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SharedState;
import dev.keyturn.domain.session.store.StoredSteps;
import dev.keyturn.domain.text.ShellCommand;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds and makes the sessions of plans. A valid session is reused; a missing one is made with as
 * few calls and codes as the plan allows, and stored for every later process. {@link SessionRun} is
 * the algorithm. Thread-safe as its ports are.
 */
public final class SessionMaker {

  /**
   * The session of a plan.
   *
   * @param plan how it is made
   * @param session the session
   * @param accessKeyId the key it was made with
   * @param renewed whether it was made here rather than found
   */
  public record Obtained(SessionPlan plan, Session session, String accessKeyId, boolean renewed) {}

  private final BaseCredentials bases;
  private final TokenService tokens;
  private final SharedState shared;
  private final CodeOrder codes;
  private final Devices devices;
  private final CodeSpending spending;
  private final InstantSource clock;

  /** Sessions that were made here, and so satisfy a demand for a new session. */
  private final Set<SessionKey> made = ConcurrentHashMap.newKeySet();

  /**
   * Takes its collaborators.
   *
   * @param bases the credentials that plans begin with
   * @param codes the sources of codes
   * @param chooser chooses if a user has several devices
   */
  public SessionMaker(
      BaseCredentials bases,
      TokenService tokens,
      SharedState shared,
      CodeOrder codes,
      DeviceChooser chooser,
      InstantSource clock) {
    this.bases = bases;
    this.tokens = tokens;
    this.shared = shared;
    this.codes = codes;
    this.devices = new Devices(tokens, shared.keys(), chooser);
    this.spending = new CodeSpending(shared.codes(), clock);
    this.clock = clock;
  }

  /**
   * The session of {@code plan}: the stored one, if it satisfies {@code demand}, else a new one. A
   * session that ends soon is renewed if that needs no person; if the renewal fails, it is returned
   * as long as it is valid.
   *
   * @param typed the code that was typed with the command; null when none was
   * @throws dev.keyturn.domain.failure.FailureException for every reason a login can fail
   */
  public Obtained obtain(SessionPlan plan, FreshnessRequirement demand, @Nullable MfaCode typed) {
    try {
      SignIn base = SignIn.of(plan);
      if (base != null) {
        Session session = Session.of(base, bases.signedIn(base));
        return new Obtained(plan, session, session.credentials().accessKeyId(), false);
      }
      return obtainOrAsk(plan, demand, typed);
    } catch (FailureException e) {
      throw plan.concerned(e);
    }
  }

  /**
   * A role that cannot be assumed with the long-term keys alone may require a code of the user's
   * device.
   */
  private Obtained obtainOrAsk(
      SessionPlan plan, FreshnessRequirement demand, @Nullable MfaCode typed) {
    try {
      return run(plan, demand, typed).obtain();
    } catch (FailureException e) {
      if (!FoundDevice.mayServe(plan) || !SessionRun.isDenied(e.failure())) {
        throw e;
      }
      Optional<MfaDevice> known = plan.longTermKeyId().flatMap(shared.keys()::device);
      Optional<MfaDevice> device =
          codes.of(plan, typed).isPresent() ? known.or(() -> listed(plan)) : Optional.empty();
      if (device.isEmpty()) {
        throw mayWantCode(plan, known.isPresent(), e);
      }
      return run(FoundDevice.remembered(plan, device.get()), demand, typed).obtain();
    }
  }

  /** The device of a user who did not log in before; empty if there is none, or none to be seen. */
  private Optional<MfaDevice> listed(SessionPlan plan) {
    try {
      return Optional.of(devices.find(plan, bases.of(plan)));
    } catch (FailureException e) {
      if (Nature.stopsEverything(e.failure())) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Names the line with a code.
   *
   * @param deviceIsKnown whether the user logged in before: then the role itself takes the code,
   *     also one whose session is too long to be made from the user's
   */
  private static FailureException mayWantCode(
      SessionPlan plan, boolean deviceIsKnown, FailureException denied) {
    String user = plan.base().profile();
    if (user == null) {
      return denied;
    }
    String hint =
        deviceIsKnown
            ? "if the role requires MFA: "
                + ShellCommand.of("keyturn", "login", plan.profile(), "CODE")
            : "if the role requires MFA, log in to its source profile first: "
                + ShellCommand.of("keyturn", "login", user);
    return SessionRun.denied(denied.failure().message(), hint).exception(denied);
  }

  /**
   * Makes the session of {@code plan} that takes a code, if it is needed and missing.
   *
   * @param typed as for {@link #obtain}
   * @throws dev.keyturn.domain.failure.FailureException for every reason a login can fail
   */
  public void prepare(SessionPlan plan, FreshnessRequirement demand, @Nullable MfaCode typed) {
    if (SignIn.of(plan) != null) {
      return;
    }
    try {
      run(plan, demand, typed).prepare();
    } catch (FailureException e) {
      throw plan.concerned(e);
    }
  }

  /**
   * The device that must have shown the given code, if {@code plan} needs it; null when no code is
   * given or needed.
   *
   * @param typed as for {@link #obtain}
   * @throws dev.keyturn.domain.failure.FailureException when the device cannot be found
   */
  public @Nullable MfaDevice deviceOfGivenCode(
      SessionPlan plan, FreshnessRequirement demand, @Nullable MfaCode typed) {
    return codes.isGiven(typed) ? run(plan, demand, typed).deviceToAsk() : null;
  }

  private SessionRun run(SessionPlan wanted, FreshnessRequirement demand, @Nullable MfaCode typed) {
    TokenService.Signer key = bases.of(wanted);
    if (wanted.steps().isEmpty()) {
      throw nothingToMake(wanted.profile()).exception();
    }
    SessionPlan plan = key.sessionToken() == null ? wanted : wanted.ofSessionKeys();
    MfaDevice device = plan.needsCode() ? devices.find(plan, key) : null;
    StoredSteps stored = new StoredSteps(shared.sessions(), plan, key.accessKeyId(), device);
    return new SessionRun(
        stored,
        demand,
        new StepCalls(tokens, shared.keys(), plan, key, device, clock),
        new CodedStep(spending, codes.of(plan, typed), shared, stored),
        new StepLocks(shared.locks(), stored, codes.notes()),
        shared,
        made,
        clock);
  }

  /**
   * The credentials that a plan begins with.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when they cannot
   *     be obtained
   */
  public TokenService.Signer base(SessionPlan plan) {
    return bases.of(plan);
  }

  private static ProfileFailure nothingToMake(String profile) {
    return new ProfileFailure.Bad(
        profile,
        "the credentials of profile '" + profile + "' are used as they are: no session is made",
        ShellCommand.of("keyturn", "explain", profile));
  }
}
