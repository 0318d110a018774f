package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The session of one profile or role, kept as fresh as possible without a person. Answers come from
 * memory; at most once a second they are compared with the files and Keyturn's records, so that a
 * login or logout in another process takes effect. Thread-safe.
 */
final class ServedSession {

  /** How long an answer from memory is used without checking. */
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  /** The minimum remaining lifetime of a session that is useful to a client. */
  static final Duration LEAST = Duration.ofSeconds(3);

  /** How long a request waits for a new session: AWS's clients give up after two seconds. */
  static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** The source of the session, which asks nobody. */
  interface Source {

    /** The stored session, if it is valid; uses no network. */
    Optional<Session> kept();

    /**
     * A session with at least {@code remaining} left, made if necessary.
     *
     * @throws FailureException {@code NoTerminal} when a code is needed, and every other failure of
     *     a login
     */
    Session make(Duration remaining);
  }

  private record Held(Session session, Duration window) {

    Instant due() {
      return session.credentials().expiration().minus(window);
    }
  }

  private final Source source;
  private final Renewal renewal;
  private final InstantSource clock;
  private final Consumer<Failure> unrenewable;
  private final Executor background;
  private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.MIN);
  private volatile @Nullable Held held;

  // Guarded by this.
  private @Nullable FutureTask<Session> making;
  private Instant retry = Instant.MIN;
  private Duration pause = SHORTEST_PAUSE;
  private boolean told;

  /**
   * Has no session yet.
   *
   * @param renewal when it is renewed
   * @param unrenewable receives, once for each session, the reason why it cannot be renewed
   * @param background runs what calls AWS
   */
  ServedSession(
      Source source, Renewal renewal, Consumer<Failure> unrenewable, Executor background) {
    this.source = source;
    this.renewal = renewal;
    this.clock = renewal.clock();
    this.unrenewable = unrenewable;
    this.background = background;
  }

  /**
   * The session, within two seconds.
   *
   * @throws FailureException why there is none now
   */
  Session session() {
    Held now = look();
    return now == null || isSpent(now) ? await(making(LEAST)) : now.session();
  }

  /** Whether there is a session; uses no network. */
  boolean isReady() {
    try {
      Held now = look();
      return now != null && !isSpent(now);
    } catch (FailureException e) {
      return false;
    }
  }

  /** Renews in the background what was requested and is due. Cheap, to be called repeatedly. */
  void renewIfDue() {
    Held now = held;
    if (now != null && isDue(now)) {
      Held current = look();
      if (current != null && isDue(current)) {
        var _ = making(current.window());
      }
    }
  }

  private boolean isDue(Held some) {
    return clock.instant().isAfter(some.due());
  }

  private boolean isSpent(Held some) {
    return some.session().remaining(clock.instant()).compareTo(LEAST) < 0;
  }

  /** The session in memory, compared with the stored one unless that was done just now. */
  private @Nullable Held look() {
    Instant now = clock.instant();
    Instant before = looked.get();
    boolean recent = !now.isBefore(before) && now.isBefore(after(before, TRUSTED));
    if (!recent && looked.compareAndSet(before, now)) {
      refresh();
    }
    return held;
  }

  private static Instant after(Instant start, Duration time) {
    return start.equals(Instant.MIN) ? start : start.plus(time);
  }

  private void refresh() {
    try {
      Optional<Session> found = source.kept();
      held = found.map(this::holding).orElse(null);
    } catch (FailureException e) {
      // A file that is just being written must not cut off clients with a valid session.
      if (held == null) {
        throw e;
      }
    }
  }

  private Held holding(Session found) {
    Held before = held;
    return before != null && isSame(before.session(), found)
        ? before
        : new Held(found, window(found));
  }

  private static boolean isSame(Session one, Session other) {
    return one.credentials().accessKeyId().equals(other.credentials().accessKeyId());
  }

  private Duration window(Session session) {
    return renewal.window().dueWithin(session, clock.instant(), renewal.random().getAsDouble());
  }

  /** The attempt in progress, else the one that failed a moment ago, else a new one. */
  private synchronized FutureTask<Session> making(Duration remaining) {
    FutureTask<Session> last = making;
    if (last != null && (!last.isDone() || clock.instant().isBefore(retry))) {
      return last;
    }
    FutureTask<Session> next = new FutureTask<>(() -> make(remaining));
    making = next;
    background.execute(next);
    return next;
  }

  private Session make(Duration remaining) {
    try {
      Session session = source.make(remaining);
      hold(session);
      return session;
    } catch (FailureException e) {
      failed(e.failure());
      throw e;
    }
  }

  private synchronized void hold(Session session) {
    held = holding(session);
    retry = Instant.MIN;
    pause = SHORTEST_PAUSE;
    told = false;
  }

  private synchronized void failed(Failure failure) {
    if (!told && held != null) {
      told = true;
      unrenewable.accept(failure);
    }
    retry = clock.instant().plus(pause);
    pause = next(failure);
  }

  /**
   * Calls to AWS become less and less frequent. Checking whether a person is still needed costs
   * nothing, and may change soon.
   */
  private Duration next(Failure failure) {
    if (Nature.needsPerson(failure)) {
      return SHORTEST_PAUSE;
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static Session await(FutureTask<Session> task) {
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AwsFailure.Unreachable("AWS", "no answer yet; try again", true).exception(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FailureException failure) {
        throw failure.failure().exception(e);
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }
}
