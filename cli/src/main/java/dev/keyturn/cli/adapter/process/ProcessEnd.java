package dev.keyturn.cli.adapter.process;

import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.failure.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done when this process is asked to end, by Ctrl-C, a closed window or {@code kill}: one
 * after the other, the last that was asked for first. The JVM's own shutdown hooks run all at once,
 * and their lines would mix. Thread-safe.
 */
final class ProcessEnd {

  /** The end of this process. */
  static final ProcessEnd OF_PROCESS = new ProcessEnd(Runtime.getRuntime()::addShutdownHook);

  private final Consumer<Thread> hooks;

  private final Deque<Runnable> actions = new ArrayDeque<>();

  // Both guarded by actions.
  private boolean hooked;
  private boolean ended;

  /** Takes what runs a thread at the end, and fails when the end has begun. */
  ProcessEnd(Consumer<Thread> hooks) {
    this.hooks = hooks;
  }

  /**
   * Runs {@code action} at the end, unless the watch is closed before.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} when it is too late
   */
  Signals.Watch watch(Runnable action) {
    synchronized (actions) {
      if (ended) {
        throw new Failure.Interrupted().exception();
      }
      hook();
      actions.push(action);
    }
    return () -> remove(action);
  }

  private void hook() {
    try {
      if (!hooked) {
        hooks.accept(new Thread(this::runAll, "end"));
        hooked = true;
      }
    } catch (IllegalStateException e) {
      throw new Failure.Interrupted().exception(e);
    }
  }

  private void remove(Runnable action) {
    synchronized (actions) {
      actions.remove(action);
    }
  }

  private void runAll() {
    for (Runnable next = next(); next != null; next = next()) {
      try {
        next.run();
      } catch (RuntimeException e) {
        // As when the terminal is gone: the other actions are run, and nobody reads a message.
      }
    }
  }

  private @Nullable Runnable next() {
    synchronized (actions) {
      Runnable next = actions.poll();
      ended = next == null;
      return next;
    }
  }
}
