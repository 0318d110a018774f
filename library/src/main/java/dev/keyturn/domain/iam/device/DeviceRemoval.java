package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceLines.Changed;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.MfaDevice.Kind;
import java.util.List;

/**
 * Deactivates a user's device, and deletes it if it is virtual. If a run is interrupted in between,
 * the next one finishes it: a device without a user is deleted too.
 */
public final class DeviceRemoval {

  /**
   * What was done.
   *
   * @param device the device
   * @param wasEnabled whether it was enabled for the user
   * @param changes the lines of the AWS files that named it
   */
  public record Removed(MfaDevice device, boolean wasEnabled, List<Changed> changes) {}

  private final MfaDeviceService devices;
  private final EnrollmentJournal journal;
  private final DeviceLines lines;

  public DeviceRemoval(MfaDeviceService devices, EnrollmentJournal journal, DeviceLines lines) {
    this.devices = devices;
    this.journal = journal;
    this.lines = lines;
  }

  /**
   * Removes a device of the user.
   *
   * @param evenLast whether to remove it even if no other device of the user generates codes
   * @throws FailureException as IAM, and {@code Usage} for the last device
   */
  public Removed remove(UserCalls user, MfaDevice device, boolean evenLast) {
    List<MfaDevice> enabled =
        user.call(devices::enabled).stream().map(EnabledDevice::device).toList();
    boolean isEnabled = enabled.contains(device);
    if (isEnabled && !evenLast && isLast(device, enabled)) {
      throw last(user, device).exception();
    }
    boolean deleted = remove(user, devices, device, isEnabled);
    if (!isEnabled && !deleted) {
      throw new AwsFailure.UnknownDevice(device.serialNumber(), user.profile().name()).exception();
    }
    journal
        .find(user.user().arn())
        .filter(unfinished -> unfinished.device().equals(device))
        .ifPresent(unfinished -> journal.forget(unfinished.user()));
    return new Removed(device, isEnabled, lines.forget(user.profile().files(), device));
  }

  private static boolean isLast(MfaDevice device, List<MfaDevice> enabled) {
    return device.givesCodes()
        && enabled.stream().filter(MfaDevice::givesCodes).allMatch(device::equals);
  }

  private static Failure last(UserCalls user, MfaDevice device) {
    return new Failure.Usage(
        device + " is the only MFA device of " + user.user().arn() + " that gives codes",
        (user.command("mfa", "replace", device.serialNumber()) + ", or ")
            + user.command("mfa", "remove", device.serialNumber(), "--force"));
  }

  /** Returns whether a virtual device was deleted. */
  static boolean remove(
      UserCalls user, MfaDeviceService devices, MfaDevice device, boolean isEnabled) {
    if (isEnabled) {
      deactivate(user, devices, device);
    }
    return device.kind() == Kind.VIRTUAL && UnfinishedDevice.delete(user::call, devices, device);
  }

  private static void deactivate(UserCalls user, MfaDeviceService devices, MfaDevice device) {
    try {
      user.call(caller -> {
        devices.deactivate(caller, user.userName(), device);
        return device;
      });
    } catch (FailureException e) {
      if (!Nature.saysItIsMissing(e.failure())) {
        throw e;
      }
    }
  }
}
