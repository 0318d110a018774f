package dev.keyturn.cli.command.serving;

import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPolicies;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sessions behind one endpoint, renewed in the background until it is closed. */
public final class ServedProfiles implements Served, AutoCloseable {

  /** No legitimate client needs more, and each takes memory. */
  private static final int MOST = 1_000;

  private final Function<PlanRequest, ServedSession.Source> sources;
  private final Renewal renewal;
  private final PlanRequest own;
  private final Reach reach;
  private final Consumer<String> notes;
  private final ServedSession ownSession;
  private final Map<PlanRequest, ServedSession> others = new ConcurrentHashMap<>();
  private final ScheduledExecutorService background;

  /**
   * Serves the profile of {@code own}, and what {@code reach} adds to it.
   *
   * @param sources the source of a request's session
   * @param notes takes messages for the user
   */
  ServedProfiles(
      Function<PlanRequest, ServedSession.Source> sources,
      PlanRequest own,
      Reach reach,
      Renewal renewal,
      Consumer<String> notes) {
    this.sources = sources;
    this.renewal = renewal;
    this.notes = notes;
    this.own = own;
    this.reach = reach;
    this.ownSession = session(own);
    this.background =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("renewals").factory());
    // Created now, so that the first request finds it and it is renewed without requests.
    background.execute(ownSession::isReady);
    var _ = background.scheduleWithFixedDelay(this::renew, 1, 1, TimeUnit.SECONDS);
  }

  private ServedSession session(PlanRequest request) {
    return new ServedSession(
        sources.apply(request),
        renewal,
        failure -> tellUnrenewable(request.profile(), failure),
        task -> Thread.ofPlatform().daemon().name("renewal").start(task));
  }

  private void tellUnrenewable(String profile, Failure failure) {
    notes.accept("the session of '" + profile + "' cannot be renewed: " + failure.message());
    if (!failure.hint().isEmpty()) {
      notes.accept("hint: " + failure.hint());
    }
  }

  private void renew() {
    try {
      ownSession.renewIfDue();
      others.values().forEach(ServedSession::renewIfDue);
    } catch (RuntimeException e) {
      // An executor does not repeat a task that has thrown an exception.
      notes.accept("a bug in Keyturn: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public Answer own() {
    return answer(ownSession);
  }

  @Override
  public boolean isReady() {
    return ownSession.isReady();
  }

  @Override
  public Answer profile(String name) {
    if (name.equals(own.profile())) {
      return own();
    }
    return reach == Reach.ALL ? answer(other(name, null)) : ownOnly();
  }

  @Override
  public Answer role(String arn) {
    if (arn.equals(own.roleArn())) {
      return own();
    }
    return reach == Reach.ALL ? answer(other(own.profile(), arn)) : ownOnly();
  }

  private Forbidden ownOnly() {
    return new Forbidden(
        "this token is valid for profile '"
            + own.profile()
            + "' only; for others: "
            + ShellCommand.of("keyturn", "serve", own.profile()));
  }

  private @Nullable ServedSession other(String profile, @Nullable String roleArn) {
    PlanRequest request = request(profile, roleArn);
    ServedSession known = others.get(request);
    if (known != null || others.size() >= MOST) {
      return known;
    }
    return others.computeIfAbsent(request, this::session);
  }

  private PlanRequest request(String profile, @Nullable String roleArn) {
    return PlanRequest.of(profile, own.environment())
        .withRole(roleArn)
        .withParameters(
            new RoleParameters(null, null, null, own.role().tags(), SessionPolicies.NONE))
        .withSuffixes(own.suffixes())
        .withHttp(own.allowHttp());
  }

  private Answer answer(@Nullable ServedSession session) {
    if (session == null) {
      return new Forbidden("too many profiles and roles were requested");
    }
    try {
      return new Granted(session.session());
    } catch (FailureException e) {
      return denied(e.failure());
    }
  }

  private static Denied denied(Failure failure) {
    String advice = failure.hint().isEmpty() ? "" : "; " + failure.hint();
    return new Denied(
        failure.name().text(), failure.message() + advice, Nature.isTemporary(failure));
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
