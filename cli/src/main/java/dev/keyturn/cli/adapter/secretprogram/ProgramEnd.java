package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.domain.failure.Failure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends a program when Keyturn is ended: nobody reads its answer then, and a dialog must not stay on
 * the screen. It has a moment to restore the terminal, whose Ctrl-C it gets too.
 */
final class ProgramEnd {

  private static final int SECONDS = 1;

  private static final int MOMENT_MILLISECONDS = 300;

  private final Process process;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Thread hook;

  /**
   * The end of a running {@code process}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} when Keyturn is ending
   */
  ProgramEnd(Process process) {
    this.process = process;
    this.hook = new Thread(this::byItself, "end of a program");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      kill();
      throw new Failure.Interrupted().exception(e);
    }
  }

  private void byItself() {
    begun.countDown();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        all(ProcessHandle::destroy);
        process.waitFor(SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  private void kill() {
    all(ProcessHandle::destroyForcibly);
  }

  /** With its descendants. A shell comes first, or it would continue with its next command. */
  private void all(Consumer<ProcessHandle> end) {
    List<ProcessHandle> started = process.descendants().toList();
    end.accept(process.toHandle());
    started.forEach(end);
  }

  /** A program that handles Ctrl-C itself may fail because of it before Keyturn gets it. */
  void awaitCtrlC() {
    try {
      begun.await(MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Kills it, if it is still running.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} when Keyturn is ending:
   *     how the program ended does not matter then
   */
  void now() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new Failure.Interrupted().exception(e);
    }
    kill();
  }
}
