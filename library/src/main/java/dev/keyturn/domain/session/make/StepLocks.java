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

/**
 * The locks under which the sessions of a plan's steps are made, so that one process makes each.
 */
final class StepLocks {

  /** One person answers one prompt: anyone who waits for it waits no longer than this. */
  private static final Duration WAIT = Duration.ofMinutes(5);

  /** For the answer to a prompt elsewhere, where nobody can be asked here. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  private final Locks locks;
  private final StoredSteps stored;

  StepLocks(Locks locks, StoredSteps stored) {
    this.locks = locks;
    this.stored = stored;
  }

  /** The lock of a step. A device gives one code at a time, whatever it is for. */
  String name(int steps) {
    if (step(steps) instanceof Step.AssumeRole role && !role.mfa()) {
      String options = Integer.toHexString(stored.key(steps).hashCode());
      return "session of " + role.roleArn() + " by " + stored.accessKeyId() + " " + options;
    }
    MfaDevice device = stored.device();
    return "session " + stored.accessKeyId() + " " + (device == null ? "" : device.serialNumber());
  }

  /**
   * Waits for the lock of a step.
   *
   * @param canAsk whether a code can be had here
   */
  Locks.Held acquire(int steps, boolean canAsk) {
    if (canAsk || !step(steps).mfa()) {
      return locks.acquire(name(steps), WAIT);
    }
    try {
      return locks.acquire(name(steps), SHORT_WAIT);
    } catch (FailureException e) {
      throw e.failure() instanceof FileFailure.Busy busy ? promptElsewhere(busy, e) : e;
    }
  }

  private FailureException promptElsewhere(FileFailure.Busy busy, FailureException cause) {
    return new Failure.NoTerminal(
            "process "
                + busy.holder()
                + " is waiting for an MFA code, and there is no terminal to ask on here",
            "answer it there, or run: "
                + ShellCommand.of("keyturn", "login", stored.plan().profile()))
        .exception(cause);
  }

  private Step step(int steps) {
    return stored.plan().steps().get(steps - 1);
  }
}
