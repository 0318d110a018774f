package dev.keyturn.adapter.aws;

import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Limits the total time of work on the network. The JDK's own timeouts apply to a single read: an
 * answer that sends a byte each second never exceeds them. Thread-safe.
 */
final class TimeLimit {

  /** One thread for each call in progress, created for the first call and reused. */
  private static final class Threads {
    static final Executor POOL = Executors.newCachedThreadPool(TimeLimit::thread);

    private Threads() {}
  }

  /** After this time a person is told why nothing happens. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Is notified when work takes longer than a second. */
  interface Wait {
    /** The work has taken a second. */
    void begin();

    /** The work has ended after {@link #begin}. */
    void end();
  }

  private final Duration longest;

  TimeLimit(Duration longest) {
    this.longest = longest;
  }

  /**
   * The result of {@code work}.
   *
   * @param end ends the work from another thread when its time is over; nobody waits for it
   * @throws SocketTimeoutException when its time is over
   * @throws IOException as the work throws it
   */
  <T> T keep(Callable<T> work, Runnable end) throws IOException {
    return keep(work, end, null);
  }

  /** The same; {@code wait} is notified when the work takes longer than a second. */
  <T> T keep(Callable<T> work, Runnable end, @Nullable Wait wait) throws IOException {
    FutureTask<T> task = new FutureTask<>(work);
    Threads.POOL.execute(task);
    try {
      return wait == null || longest.compareTo(PATIENCE) <= 0
          ? task.get(longest.toMillis(), TimeUnit.MILLISECONDS)
          : patiently(task, wait);
    } catch (TimeoutException e) {
      Threads.POOL.execute(end);
      throw new SocketTimeoutException();
    } catch (InterruptedException e) {
      Threads.POOL.execute(end);
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  private <T> T patiently(FutureTask<T> task, Wait wait)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      wait.begin();
      try {
        return task.get(longest.minus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        wait.end();
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "keyturn-network");
    thread.setDaemon(true);
    return thread;
  }

  private static IOException thrown(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException broken ? broken : new IOException(cause);
  }
}
