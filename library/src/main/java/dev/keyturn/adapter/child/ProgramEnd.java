package dev.keyturn.adapter.child;

import dev.keyturn.domain.failure.Failure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends a program when this process is ended: nobody reads its answer then, and a dialog must not
 * stay on the screen. It has a moment to restore the terminal, whose Ctrl-C it gets too.
 */
public final class ProgramEnd {

  /** As shells report it. The program may have got the signal sooner than this process. */
  private static final int BY_CTRL_C = 130;

  private static final int SECONDS = 1;

  private static final int MOMENT_MILLISECONDS = 300;

  private final Process process;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Thread hook;

  /**
   * The end of a running {@code process}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} when this process is
   *     ending
   */
  public ProgramEnd(Process process) {
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
    // What an ended program started can no longer be found.
    if (process.isAlive()) {
      all(ProcessHandle::destroyForcibly);
    }
  }

  /** With its descendants. A shell comes first, or it would continue with its next command. */
  private void all(Consumer<ProcessHandle> end) {
    List<ProcessHandle> started = process.descendants().toList();
    end.accept(process.toHandle());
    started.forEach(end);
  }

  /**
   * Decides whether Ctrl-C is the reason why the program ended with {@code status}. One that
   * handles Ctrl-C itself may fail because of it before this process gets it, if a terminal sends
   * it to both: then {@link #now} reports the interruption.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted}
   */
  public void checkCtrlC(int status) {
    if (status == BY_CTRL_C) {
      throw new Failure.Interrupted().exception();
    }
    if (status != 0 && ForegroundGroup.isOwn()) {
      awaitCtrlC();
    }
  }

  private void awaitCtrlC() {
    try {
      begun.await(MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Kills it, if it is still running.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} when this process is
   *     ending: how the program ended does not matter then
   */
  public void now() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new Failure.Interrupted().exception(e);
    }
    kill();
  }
}
