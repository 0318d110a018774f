package dev.keyturn;

import dev.keyturn.domain.session.store.RefreshWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Credentials in memory, renewed before they end, ahead of time where that disturbs nobody. */
final class RenewedCredentials implements AutoCloseable {

  private final Function<Duration, SdkCredentials> source;
  private final RefreshWindow window;
  private final Clock clock;
  private final @Nullable ExecutorService ahead;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private final Object making = new Object();
  private volatile @Nullable SdkCredentials current;
  private volatile Instant nextAttempt = Instant.MIN;

  /**
   * Nothing is in memory yet.
   *
   * @param source gives credentials with at least a certain time left
   * @param async whether a thread of its own renews ahead of time
   */
  RenewedCredentials(
      Function<Duration, SdkCredentials> source, RefreshWindow window, Clock clock, boolean async) {
    this.source = source;
    this.window = window;
    this.clock = clock;
    this.ahead = async ? Executors.newSingleThreadExecutor(RenewedCredentials::daemon) : null;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "keyturn-renewal");
    thread.setDaemon(true);
    return thread;
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
    synchronized (making) {
      SdkCredentials held = current;
      if (held != null && !held.isOver(window, clock.instant())) {
        return held;
      }
      try {
        SdkCredentials fresh = source.apply(Duration.ZERO);
        current = fresh;
        return fresh;
      } catch (RuntimeException e) {
        if (held != null && held.isAccepted(clock.instant())) {
          return held;
        }
        throw e;
      }
    }
  }

  /** What fails here is tried again, at the latest when the session is over. */
  private void renewAhead(SdkCredentials held) {
    Instant now = clock.instant();
    if (now.isBefore(nextAttempt) || !renewing.compareAndSet(false, true)) {
      return;
    }
    nextAttempt = now.plus(held.pause());
    if (ahead == null || ahead.isShutdown()) {
      tryAhead(held);
      return;
    }
    try {
      ahead.execute(() -> tryAhead(held));
    } catch (RejectedExecutionException e) {
      // Closed at the same time, perhaps by one of several clients.
      tryAhead(held);
    }
  }

  private void tryAhead(SdkCredentials held) {
    try {
      current = source.apply(held.demanded(window, clock.instant()));
    } catch (RuntimeException e) {
      // The session in memory is still valid, whatever came of it, in a callback too.
    } finally {
      renewing.set(false);
    }
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.shutdownNow();
    }
  }
}
