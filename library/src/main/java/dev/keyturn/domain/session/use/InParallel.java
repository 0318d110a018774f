package dev.keyturn.domain.session.use;

import dev.keyturn.domain.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Processes many items in parallel that mostly wait for the network, also in the calling thread.
 * Uses platform threads, because virtual threads blocked in socket I/O delay the JVM's exit.
 */
final class InParallel {

  /** The number of connections that STS accepts from one client without throttling. */
  private static final int THREADS = 40;

  private InParallel() {}

  /**
   * Calls {@code work} for each item; an exception of one of them is thrown here when all are done.
   */
  static <T> void each(List<T> items, Consumer<T> work) {
    if (items.size() < 2) {
      items.forEach(work);
      return;
    }
    Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
    AtomicReference<@Nullable RuntimeException> thrown = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < Math.min(THREADS, items.size()); i++) {
      Thread thread = new Thread(() -> drain(waiting, work, thrown), "role-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    drain(waiting, work, thrown);
    threads.forEach(InParallel::await);
    RuntimeException first = thrown.get();
    if (first != null) {
      throw first;
    }
  }

  private static <T> void drain(
      Queue<T> waiting, Consumer<T> work, AtomicReference<@Nullable RuntimeException> thrown) {
    for (T item = waiting.poll(); item != null && thrown.get() == null; item = waiting.poll()) {
      try {
        work.accept(item);
      } catch (RuntimeException e) {
        thrown.compareAndSet(null, e);
      }
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }
}
