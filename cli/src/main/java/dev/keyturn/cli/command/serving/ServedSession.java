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
 * The session of one profile or role, as fresh as it can be without a person. Answers come from
 * memory; once a second at most they are compared with what files and Keyturn's records say, so
 * that a login or logout elsewhere is followed. Thread-safe.
 */
final class ServedSession {

  /** How long an answer from memory is taken for the truth. */
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  /** What a session must have left to be of use to anyone who asks. */
  static final Duration LEAST = Duration.ofSeconds(3);

  /** How long a request waits for a new session: AWS's clients give up after two seconds. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Where the session comes from, without a person. */
  interface Source {

    /** The session that is kept, as long as it is valid: no network. */
    Optional<Session> kept();

    /**
     * A session with at least {@code remaining} left, made if need be.
     *
     * @throws FailureException {@code NoTerminal} when a code is needed, and everything else that a
     *     login can fail with
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
   * Nothing is held yet.
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

  /** Whether a session is there: no network. */
  boolean isReady() {
    try {
      Held now = look();
      return now != null && !isSpent(now);
    } catch (FailureException e) {
      return false;
    }
  }

  /**
   * Renews in the background what was asked for and is due. Cheap, to be called again and again.
   */
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

  /** What is held, compared with what is kept elsewhere unless that was done just now. */
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
      // A file that is just being written is not a reason to cut off anyone who works with a
      // session.
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

  /** The one attempt that is under way, else the one that failed a moment ago, else a new one. */
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

  /** AWS is asked ever more seldom. That a person is needed costs nothing, and may change soon. */
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
      throw new AwsFailure.Unreachable("AWS", "no answer yet; the next request may get it", true)
          .exception(e);
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
