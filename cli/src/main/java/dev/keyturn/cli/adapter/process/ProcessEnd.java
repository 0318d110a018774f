package dev.keyturn.cli.adapter.process;

import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.failure.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is done when this process is asked to end, by Ctrl-C, a closed window or {@code kill}: one
 * after the other, the last that was asked for first. The JVM's own shutdown hooks run all at once,
 * and their lines would mix. There is one list, as the JVM ends once. Thread-safe.
 */
final class ProcessEnd {

  private static final Deque<Runnable> ACTIONS = new ArrayDeque<>();
  private static boolean hooked;

  private ProcessEnd() {}

  /**
   * Runs {@code action} at the end, unless the watch is closed before.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} when the end has begun
   */
  static Signals.Watch watch(Runnable action) {
    synchronized (ACTIONS) {
      hook();
      ACTIONS.push(action);
    }
    return () -> remove(action);
  }

  private static void hook() {
    try {
      if (!hooked) {
        Runtime.getRuntime().addShutdownHook(new Thread(ProcessEnd::runAll, "end"));
        hooked = true;
      }
    } catch (IllegalStateException e) {
      throw new Failure.Interrupted().exception(e);
    }
  }

  private static void remove(Runnable action) {
    synchronized (ACTIONS) {
      ACTIONS.remove(action);
    }
  }

  private static void runAll() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private static @Nullable Runnable next() {
    synchronized (ACTIONS) {
      return ACTIONS.poll();
    }
  }
}
