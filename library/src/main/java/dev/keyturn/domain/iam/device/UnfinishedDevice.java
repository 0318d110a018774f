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
 * A device on its way from its creation until it is enabled. It is removed again when that fails or
 * is interrupted. Of the thread that enrolls it and the one that is told of an interruption, the
 * first to claim it decides what becomes of it.
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
   * Makes a call that changes what the device is. An interruption in the meantime does not remove
   * it; if the call succeeds, none does until the device is set {@link #free}.
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

  /** Whether nobody else has claimed it. Waits for one who did and is removing it. */
  private synchronized boolean claim() {
    boolean free = !claimed;
    claimed = true;
    return free;
  }

  /** It may be removed: it is not enabled. */
  synchronized void free() {
    claimed = false;
  }

  /** What is done when the process is asked to end. */
  synchronized void interrupted() {
    if (claim()) {
      remove();
    } else {
      notes.accept(device + " may be enabled; to finish: " + user.command("mfa", "enroll"));
    }
  }

  /** What is done when the enrollment has failed. */
  void abandon() {
    if (!claim()) {
      throw new Failure.Interrupted().exception();
    }
    remove();
  }

  /** Removes it, or says by which command it can be removed. */
  private void remove() {
    try {
      delete(user::quietly, devices, device);
      journal.forget(user.user().arn());
      notes.accept("the unfinished MFA device " + device + " was removed");
    } catch (FailureException e) {
      // Who may not delete it now may have no other device to log in with.
      String repair =
          Nature.isDenied(e.failure())
              ? "; to go on with it: " + user.command("mfa", "enroll")
              : "; to remove it: " + user.command("mfa", "remove", device.serialNumber());
      notes.accept(
          "the unfinished MFA device "
              + device
              + " is not removed: "
              + e.failure().message()
              + repair);
    }
  }

  /** By which credentials a call is made. */
  interface Calls {
    boolean call(Function<IamCaller, Boolean> call);
  }

  /** Deletes a device that is not a user's; says whether there was one. */
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
