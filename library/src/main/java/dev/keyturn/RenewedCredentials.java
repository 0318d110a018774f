package dev.keyturn;

import dev.keyturn.domain.session.store.RefreshWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Credentials in memory, renewed before they expire, and ahead of time where that needs nobody. */
final class RenewedCredentials implements AutoCloseable {

  /** If AWS takes longer, valid credentials are returned while the renewal goes on. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Source source;
  private final RefreshWindow window;
  private final Clock clock;
  private final Set<Thread> renewals = ConcurrentHashMap.newKeySet();
  private volatile boolean async;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private final Object making = new Object();
  private volatile @Nullable SdkCredentials current;
  private volatile Instant nextAttempt = Instant.MIN;
  private @Nullable FutureTask<SdkCredentials> last;

  /** Where credentials come from. */
  interface Source {

    /** Credentials with at least {@code remaining} left, kept or made. */
    SdkCredentials obtain(Duration remaining);

    /** Valid credentials that another process made, without a call; null when there are none. */
    @Nullable SdkCredentials kept();
  }

  /**
   * Nothing is in memory yet.
   *
   * @param async whether nobody waits for what is renewed ahead of time
   */
  RenewedCredentials(Source source, RefreshWindow window, Clock clock, boolean async) {
    this.source = source;
    this.window = window;
    this.clock = clock;
    this.async = async;
  }

  /**
   * The credentials, from memory while they are valid.
   *
   * @throws dev.keyturn.domain.failure.FailureException when there are none and none can be made
   */
  AwsCredentials get() {
    SdkCredentials held = current;
    if (held == null || held.isOver(window, clock.instant())) {
      return renewed().credentials();
    }
    if (held.isDue(window, clock.instant())) {
      renewAhead(held);
    }
    return held.credentials();
  }

  private SdkCredentials renewed() {
    SdkCredentials held;
    FutureTask<SdkCredentials> renewal;
    synchronized (making) {
      held = current;
      if (held != null && !held.isOver(window, clock.instant())) {
        return held;
      }
      if (held == null || !held.isAccepted(clock.instant())) {
        return keptOrMade();
      }
      renewal = underWay();
    }
    return soon(renewal, held);
  }

  private SdkCredentials keptOrMade() {
    SdkCredentials kept = source.kept();
    if (kept == null) {
      SdkCredentials made = source.obtain(Duration.ZERO);
      current = made;
      return made;
    }
    current = kept;
    if (kept.isDue(window, clock.instant())) {
      renewAhead(kept);
    }
    return kept;
  }

  /** One renewal for all callers: it may wait for a person. */
  private FutureTask<SdkCredentials> underWay() {
    FutureTask<SdkCredentials> renewal = last;
    if (renewal == null || renewal.isDone()) {
      renewal = task(this::keptOrMade);
      last = renewal;
      begin(renewal);
    }
    return renewal;
  }

  /** The result of {@code renewal} if it is ready soon; a later result goes to the next caller. */
  private static SdkCredentials soon(FutureTask<SdkCredentials> renewal, SdkCredentials held) {
    try {
      return renewal.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The session in memory is still valid, whether or not the renewal or its callback failed.
      return held;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return held;
    }
  }

  private FutureTask<SdkCredentials> task(Supplier<SdkCredentials> renewal) {
    return new FutureTask<>(() -> {
      SdkCredentials fresh = renewal.get();
      current = fresh;
      return fresh;
    });
  }

  private void begin(Runnable task) {
    Thread thread = new Thread(() -> ending(task), "keyturn-renewal");
    thread.setDaemon(true);
    renewals.add(thread);
    thread.start();
  }

  private void ending(Runnable task) {
    try {
      task.run();
    } finally {
      renewals.remove(Thread.currentThread());
    }
  }

  /** What fails here is tried again, at the latest when the session is over. */
  private void renewAhead(SdkCredentials held) {
    Instant now = clock.instant();
    if (now.isBefore(nextAttempt) || !renewing.compareAndSet(false, true)) {
      return;
    }
    nextAttempt = now.plus(held.pause());
    FutureTask<SdkCredentials> renewal = task(() -> tried(held));
    begin(renewal);
    if (!async) {
      soon(renewal, held);
    }
  }

  private SdkCredentials tried(SdkCredentials held) {
    try {
      return source.obtain(held.demanded(window, clock.instant()));
    } finally {
      renewing.set(false);
    }
  }

  /** Ends what is being renewed, and waits for its end, a second at most for each call. */
  @Override
  public void close() {
    async = false;
    renewals.forEach(Thread::interrupt);
    renewals.forEach(RenewedCredentials::awaitEnd);
  }

  private static void awaitEnd(Thread renewal) {
    // A callback may close the provider that asks it.
    if (renewal.equals(Thread.currentThread())) {
      return;
    }
    try {
      renewal.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
