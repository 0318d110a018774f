package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.store.StoredSteps;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The locks under which the sessions of a plan's steps are made, so that each is made by one
 * process only.
 */
final class StepLocks {

  /** The longest wait for a prompt that another process shows. */
  private static final Duration WAIT = Duration.ofMinutes(5);

  /** After this time, a message explains the wait. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  private static final String MAKES = "makes the same session";

  private final Locks locks;
  private final StoredSteps stored;
  private final Consumer<String> notes;

  /** For the steps of {@code stored}; {@code notes} takes messages for a user who waits. */
  StepLocks(Locks locks, StoredSteps stored, Consumer<String> notes) {
    this.locks = locks;
    this.stored = stored;
    this.notes = notes;
  }

  /**
   * The lock of a step. A device shows one code at a time, so all steps that take one share a lock
   * per device.
   */
  String name(int steps) {
    if (step(steps) instanceof Step.AssumeRole role && !role.mfa()) {
      String options = Integer.toHexString(stored.key(steps).hashCode());
      return "session of " + role.roleArn() + " by " + stored.accessKeyId() + " " + options;
    }
    MfaDevice device = stored.device();
    return "session " + stored.accessKeyId() + " " + (device == null ? "" : device.serialNumber());
  }

  /**
   * Waits for the lock of a step, with a message if it takes long. If no code is available here, it
   * does not wait for a prompt that may never be answered.
   *
   * @param canAsk whether a code is available here
   */
  Locks.Held acquire(int steps, boolean canAsk) {
    try {
      return locks.acquire(name(steps), SHORT_WAIT);
    } catch (FailureException e) {
      if (!(e.failure() instanceof FileFailure.Busy busy)) {
        throw e;
      }
      boolean asks = mayAsk(steps, busy);
      if (asks && !canAsk) {
        throw unanswered(busy, "there is no terminal to ask on here", e);
      }
      notes.accept(
          "waiting for " + holder(busy) + ", which " + (asks ? "asks for " + code() : MAKES));
      return acquireSlowly(steps, asks);
    }
  }

  private Locks.Held acquireSlowly(int steps, boolean asks) {
    try {
      return locks.acquire(name(steps), WAIT);
    } catch (FailureException e) {
      throw asks && e.failure() instanceof FileFailure.Busy busy
          ? unanswered(busy, "nobody answered it for " + WAIT.toMinutes() + " minutes", e)
          : e;
    }
  }

  /**
   * Whether the process that holds the lock of a step may be asking for the code: it holds the lock
   * of a role while it makes the previous session.
   */
  @SuppressWarnings("try") // the lock is held, not used
  private boolean mayAsk(int steps, FileFailure.Busy busy) {
    if (step(steps).mfa() || !stored.plan().needsCode()) {
      return step(steps).mfa();
    }
    try (Locks.Held first = locks.acquire(name(1), Duration.ZERO)) {
      return false;
    } catch (FailureException e) {
      // Other threads check here at the same time.
      return e.failure() instanceof FileFailure.Busy first && first.holder() == busy.holder();
    }
  }

  private FailureException unanswered(FileFailure.Busy busy, String why, FailureException cause) {
    return new Failure.NoTerminal(
            holder(busy) + " asks for " + code() + ", and " + why,
            ShellCommand.of("keyturn", "login", stored.plan().profile()))
        .exception(cause);
  }

  private static String holder(FileFailure.Busy busy) {
    return "another Keyturn process" + (busy.holder() > 0 ? " (pid " + busy.holder() + ")" : "");
  }

  private String code() {
    MfaDevice device = stored.device();
    return device == null ? "an MFA code" : "the MFA code of " + device;
  }

  private Step step(int steps) {
    return stored.plan().steps().get(steps - 1);
  }
}
