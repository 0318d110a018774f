package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.mfa.MfaDevice;
import org.jspecify.annotations.Nullable;

/**
 * How far the enrollment of a device has progressed. It contains no secret: an enrollment that is
 * interrupted before the authenticator app has the seed starts again.
 *
 * @param user the ARN of the user
 * @param device the device
 * @param stage what was done last
 * @param replaced the device to be removed once the new one works; null for none
 */
public record UnfinishedEnrollment(
    String user, MfaDevice device, Stage stage, @Nullable MfaDevice replaced) {

  /** What was done last. */
  public enum Stage {
    /** CreateVirtualMFADevice was called: the device may exist. */
    BEGUN,
    /** The device exists, and the person may have scanned its QR code. */
    CREATED,
    /** It is enabled for the user. */
    ENABLED,
    /** AWS granted a session for a code of it. */
    TESTED
  }

  UnfinishedEnrollment at(Stage later) {
    return new UnfinishedEnrollment(user, device, later, replaced);
  }
}
