package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceLines.Changed;
import dev.keyturn.domain.iam.device.UnfinishedEnrollment.Stage;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enrolls a virtual MFA device for a user, in all steps: it is created and enabled, tested by a
 * session that takes one of its codes, and named in the profile; a device that it replaces is
 * removed. Each step can be interrupted; the next run continues from there.
 */
public final class Enrollment {

  /**
   * What to enroll.
   *
   * @param name the name of the device; null for the user's own name
   * @param replaced the device that it replaces; null for none
   */
  public record Request(@Nullable String name, @Nullable MfaDevice replaced) {}

  /**
   * What was done.
   *
   * @param user the ARN of the user
   * @param device the new device
   * @param until when the session ends that was made to test the device; null if an earlier run
   *     made it
   * @param removed the device that was replaced; null for none
   * @param changes the lines of the AWS files that were changed
   * @param isOnly whether the user has no other device that generates codes
   */
  public record Enrolled(
      String user,
      MfaDevice device,
      @Nullable Instant until,
      @Nullable MfaDevice removed,
      List<Changed> changes,
      boolean isOnly) {}

  private final MfaDeviceService devices;
  private final DeviceCreation creation;
  private final DeviceProof proof;
  private final DeviceLines lines;
  private final EnrollmentJournal journal;
  private final Locks locks;

  public Enrollment(
      MfaDeviceService devices,
      DeviceCreation creation,
      DeviceProof proof,
      DeviceLines lines,
      EnrollmentJournal journal,
      Locks locks) {
    this.devices = devices;
    this.creation = creation;
    this.proof = proof;
    this.lines = lines;
    this.journal = journal;
    this.locks = locks;
  }

  /**
   * Enrolls a device, or finishes the enrollment that was interrupted.
   *
   * @throws FailureException as IAM, as a login, and {@code FileFailure.Busy} while another process
   *     enrolls a device of the user
   */
  @SuppressWarnings("try") // the lock is held, not used
  public Enrolled enroll(UserCalls user, Request request) {
    String arn = user.user().arn();
    try (Locks.Held held = locks.acquire("MFA enrollment of " + arn, Duration.ZERO)) {
      UnfinishedEnrollment enabled = creation.enable(user, request);
      Session session = enabled.stage() == Stage.TESTED ? null : proof.of(user, enabled.device());
      journal.note(enabled.at(Stage.TESTED));
      Enrolled enrolled = finish(user, enabled, session);
      journal.forget(arn);
      return enrolled;
    }
  }

  private Enrolled finish(
      UserCalls user, UnfinishedEnrollment enrollment, @Nullable Session session) {
    MfaDevice device = enrollment.device();
    MfaDevice replaced = enrollment.replaced();
    List<MfaDevice> enabled =
        user.call(devices::enabled).stream().map(EnabledDevice::device).toList();
    List<Changed> changes = new ArrayList<>();
    if (replaced == null) {
      changes.addAll(lines.name(user.profile(), device, enabled));
    } else {
      changes.addAll(lines.replace(user.profile().files(), replaced, device.serialNumber()));
      DeviceRemoval.remove(user, devices, replaced, enabled.contains(replaced));
    }
    return new Enrolled(
        enrollment.user(),
        device,
        session == null ? null : session.credentials().expiration(),
        replaced,
        changes,
        isOnly(device, enabled, replaced));
  }

  private static boolean isOnly(
      MfaDevice device, List<MfaDevice> enabled, @Nullable MfaDevice replaced) {
    return enabled.stream()
        .filter(MfaDevice::givesCodes)
        .allMatch(one -> one.equals(device) || one.equals(replaced));
  }
}
