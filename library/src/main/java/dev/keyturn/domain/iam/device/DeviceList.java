package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.KeyMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's MFA devices, as known to AWS and to Keyturn. Thread-safe as its ports are. */
public final class DeviceList {

  /** How Keyturn knows which device to use. */
  public enum Reason {
    /** A line of the AWS files, an option or a variable names it. */
    NAMED,
    /** AWS accepted a code of it at the last login. */
    REMEMBERED,
    /** The user has no other device that generates codes. */
    ONLY
  }

  /**
   * All devices.
   *
   * @param user the ARN of the user
   * @param enabled those of the user
   * @param unused devices that the user may have created and not enabled: their names begin with
   *     the user's
   * @param used the one whose codes Keyturn asks for; null if a person has to choose
   * @param reason how Keyturn knows; null with {@code used}
   * @param place where it is named: a line of a file, an option or a variable; null for other
   *     reasons
   * @param unfinished the enrollment that was interrupted; null for none
   */
  public record Devices(
      String user,
      List<EnabledDevice> enabled,
      List<MfaDevice> unused,
      @Nullable MfaDevice used,
      @Nullable Reason reason,
      @Nullable String place,
      @Nullable UnfinishedEnrollment unfinished) {

    /** The devices that generate codes. */
    public List<MfaDevice> givingCodes() {
      return enabled.stream().map(EnabledDevice::device).filter(MfaDevice::givesCodes).toList();
    }
  }

  private final MfaDeviceService devices;
  private final EnrollmentJournal journal;
  private final KeyMemory memory;

  public DeviceList(MfaDeviceService devices, EnrollmentJournal journal, KeyMemory memory) {
    this.devices = devices;
    this.journal = journal;
    this.memory = memory;
  }

  /**
   * The devices of the user.
   *
   * @throws FailureException as IAM
   */
  public Devices of(UserCalls user) {
    List<EnabledDevice> enabled = user.call(devices::enabled);
    List<MfaDevice> all = enabled.stream().map(EnabledDevice::device).toList();
    List<MfaDevice> giving = all.stream().filter(MfaDevice::givesCodes).toList();
    MfaDevice named = user.plan().device();
    MfaDevice remembered =
        memory.device(user.longTermKeys().accessKeyId()).filter(all::contains).orElse(null);
    MfaDevice only = giving.size() == 1 ? giving.get(0) : null;
    MfaDevice used = named != null ? named : remembered != null ? remembered : only;
    return new Devices(
        user.user().arn(),
        enabled,
        unused(user),
        used,
        used == null ? null : reason(used, named, remembered),
        named == null ? null : place(user.plan(), named),
        journal.find(user.user().arn()).orElse(null));
  }

  private static Reason reason(
      MfaDevice used, @Nullable MfaDevice named, @Nullable MfaDevice remembered) {
    if (used.equals(named)) {
      return Reason.NAMED;
    }
    return used.equals(remembered) ? Reason.REMEMBERED : Reason.ONLY;
  }

  private static @Nullable String place(SessionPlan plan, MfaDevice named) {
    return plan.values().stream()
        .filter(value -> value.value().equals(named.serialNumber()))
        .map(DeviceList::place)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String place(PlanValue value) {
    return value.origin() == null ? value.source() : value.origin().toString();
  }

  /** Listed only where policies allow it. */
  private List<MfaDevice> unused(UserCalls user) {
    try {
      return user.quietly(devices::unassigned).stream()
          .filter(device -> Arn.lastName(device.serialNumber()).startsWith(user.userName()))
          .toList();
    } catch (FailureException e) {
      if (Nature.isDenied(e.failure())) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * The device with the serial number {@code text}, or the virtual device of that name.
   *
   * @throws FailureException as IAM
   */
  public MfaDevice named(UserCalls user, String text) {
    for (EnabledDevice one : user.call(devices::enabled)) {
      if (one.device().isMeantBy(text)) {
        return one.device();
      }
    }
    return text.contains(":") ? new MfaDevice(text) : MfaDevice.virtual(user.user().arn(), text);
  }
}
