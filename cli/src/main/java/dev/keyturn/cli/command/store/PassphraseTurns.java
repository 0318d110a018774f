package dev.keyturn.cli.command.store;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.store.Passphrases.Question;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One process at a time asks for a passphrase; the others queue. The first in the queue holds a
 * separate lock, so that the asking process can see whether another one waits. Thread-safe.
 */
final class PassphraseTurns {

  /** How long a process waits in the queue. */
  private static final Duration WAIT = Duration.ofMinutes(5);

  /** After this time, a message explains the wait. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  private final Locks locks;
  private final Consumer<String> notes;

  /** Among all processes with these {@code locks}; {@code notes} takes messages for the user. */
  PassphraseTurns(Locks locks, Consumer<String> notes) {
    this.locks = locks;
    this.notes = notes;
  }

  /**
   * Waits until this process may ask.
   *
   * @throws FailureException {@code StoreFailure.Locked} when the prompt of another process is not
   *     answered in time
   */
  Turn take(Question question) {
    try {
      return new Turn(locks, question, locks.acquire(asking(question), Duration.ZERO), false);
    } catch (FailureException e) {
      checkBusy(e);
      return takeInLine(question);
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private Turn takeInLine(Question question) {
    try (Locks.Held first = patiently(first(question), question)) {
      return new Turn(locks, question, patiently(asking(question), question), true);
    }
  }

  private Locks.Held patiently(String lock, Question question) {
    try {
      return locks.acquire(lock, SHORT_WAIT);
    } catch (FailureException e) {
      notes.accept(
          "waiting for " + holder(checkBusy(e)) + ", which asks for the same " + question.what());
    }
    try {
      return locks.acquire(lock, WAIT);
    } catch (FailureException e) {
      throw new StoreFailure.Locked(
              question.of(),
              holder(checkBusy(e))
                  + " asks for the same "
                  + question.what()
                  + ", and got no answer",
              ShellCommand.of("keyturn", "store", "unlock", question.place().text()))
          .exception(e);
    }
  }

  private static FileFailure.Busy checkBusy(FailureException e) {
    if (e.failure() instanceof FileFailure.Busy busy) {
      return busy;
    }
    throw e;
  }

  private static String holder(FileFailure.Busy busy) {
    return "another Keyturn process" + (busy.holder() > 0 ? " (pid " + busy.holder() + ")" : "");
  }

  private static String asking(Question question) {
    return "passphrase of " + question.place();
  }

  private static String first(Question question) {
    return "next to ask for the passphrase of " + question.place();
  }

  /**
   * The turn of this process; the next one's begins when it is closed.
   *
   * @param hasWaited whether others asked before
   */
  record Turn(Locks locks, Question question, Locks.Held held, boolean hasWaited)
      implements AutoCloseable {

    /** Whether another process waits for its turn. */
    boolean isWaitedFor() {
      try {
        locks.acquire(first(question), Duration.ZERO).close();
        return false;
      } catch (FailureException e) {
        checkBusy(e);
        return true;
      }
    }

    @Override
    public void close() {
      held.close();
    }
  }
}
