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
 * Work on the network for so long at most, all in all. The JDK's own limits are for one read: an
 * answer of a byte each second keeps them. Thread-safe.
 */
final class TimeLimit {

  /** A thread for each call under way, kept for the next one; made for the first. */
  private static final class Threads {
    static final Executor POOL = Executors.newCachedThreadPool(TimeLimit::thread);

    private Threads() {}
  }

  /** How long nobody wonders why nothing happens. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Somebody who is told of work that takes its time. */
  interface Wait {
    /** The work has taken a second. */
    void begin();

    /** It has ended after that. */
    void end();
  }

  private final Duration longest;

  TimeLimit(Duration longest) {
    this.longest = longest;
  }

  /**
   * What {@code work} answers.
   *
   * @param end ends the work from another thread when its time is over; nobody waits for it
   * @throws SocketTimeoutException when its time is over
   * @throws IOException as the work throws it
   */
  <T> T keep(Callable<T> work, Runnable end) throws IOException {
    return keep(work, end, null);
  }

  /** The same; {@code wait} is told when it takes its time. */
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
