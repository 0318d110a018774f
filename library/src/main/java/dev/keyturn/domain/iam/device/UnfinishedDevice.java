package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.mfa.MfaDevice;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A device between its creation and its activation. It is removed again when enrollment fails or is
 * interrupted. The thread that enrolls it and the one that handles an interruption both claim it;
 * the first decides what happens to it.
 */
final class UnfinishedDevice {

  private final MfaDeviceService devices;
  private final UserCalls user;
  private final MfaDevice device;
  private final EnrollmentJournal journal;
  private final Consumer<String> notes;
  private boolean claimed;

  UnfinishedDevice(
      MfaDeviceService devices,
      UserCalls user,
      MfaDevice device,
      EnrollmentJournal journal,
      Consumer<String> notes) {
    this.devices = devices;
    this.user = user;
    this.device = device;
    this.journal = journal;
    this.notes = notes;
  }

  /**
   * Makes a call that changes the device's state. An interruption during the call does not remove
   * the device; after a successful call, none does until the device is set {@link #free}.
   */
  <T> T change(Function<IamCaller, T> call) {
    if (!claim()) {
      throw new Failure.Interrupted().exception();
    }
    try {
      return user.call(call);
    } catch (FailureException e) {
      free();
      throw e;
    }
  }

  /**
   * Claims the device; returns whether nobody else has claimed it. Waits while another thread is
   * removing it.
   */
  private synchronized boolean claim() {
    boolean free = !claimed;
    claimed = true;
    return free;
  }

  /** Allows its removal: it is not enabled. */
  synchronized void free() {
    claimed = false;
  }

  /** Handles a request to end the process. */
  synchronized void interrupted() {
    if (claim()) {
      remove();
    } else {
      notes.accept(device + " may be enabled; to finish: " + user.command("mfa", "enroll"));
    }
  }

  /** Handles a failed enrollment. */
  void abandon() {
    if (!claim()) {
      throw new Failure.Interrupted().exception();
    }
    remove();
  }

  /** Removes it, or names the command that removes it. */
  private void remove() {
    try {
      delete(user::quietly, devices, device);
      journal.forget(user.user().arn());
      notes.accept("the unfinished MFA device " + device + " was removed");
    } catch (FailureException e) {
      // A user who cannot delete it now may have no other device to log in with.
      String repair =
          Nature.isDenied(e.failure())
              ? "; to continue with it: " + user.command("mfa", "enroll")
              : "; to remove it: " + user.command("mfa", "remove", device.serialNumber());
      notes.accept(
          "the unfinished MFA device "
              + device
              + " is not removed: "
              + e.failure().message()
              + repair);
    }
  }

  /** The credentials of a call. */
  interface Calls {
    boolean call(Function<IamCaller, Boolean> call);
  }

  /** Deletes a device that has no user; returns whether it existed. */
  static boolean delete(Calls user, MfaDeviceService devices, MfaDevice device) {
    try {
      return user.call(caller -> {
        devices.delete(caller, device);
        return true;
      });
    } catch (FailureException e) {
      if (Nature.saysItIsMissing(e.failure())) {
        return false;
      }
      throw e;
    }
  }
}
