package dev.keyturn.domain.iam;

import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import java.util.List;

/**
 * The port to a user's MFA devices.
 *
 * <p>Every method throws {@link dev.keyturn.domain.failure.FailureException} with an {@code
 * AwsFailure}. A call that carries codes, or that creates something, is sent at most once unless
 * AWS throttles it. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_cliapi.html">Assign
 *     MFA devices in the AWS CLI or AWS API</a>
 */
public interface MfaDeviceService {

  /** ListMFADevices: the devices of the caller's user, of all kinds, in IAM's order. */
  List<EnabledDevice> enabled(IamCaller caller);

  /** ListVirtualMFADevices: the virtual devices of the account that are not assigned to a user. */
  List<MfaDevice> unassigned(IamCaller caller);

  /** CreateVirtualMFADevice. */
  NewDevice create(IamCaller caller, String name);

  /**
   * EnableMFADevice.
   *
   * @param first a code of the device
   * @param second the code after it
   */
  void enable(IamCaller caller, String user, MfaDevice device, MfaCode first, MfaCode second);

  /** ResyncMFADevice, with codes as for {@link #enable}. */
  void resync(IamCaller caller, String user, MfaDevice device, MfaCode first, MfaCode second);

  /** DeactivateMFADevice: the device no longer belongs to the user; a virtual one still exists. */
  void deactivate(IamCaller caller, String user, MfaDevice device);

  /** DeleteVirtualMFADevice, for a device that is not assigned to a user. */
  void delete(IamCaller caller, MfaDevice device);
}
