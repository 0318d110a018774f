package dev.keyturn.domain.mfa;

import java.util.List;

/** The port to the person who chooses an MFA device. */
public interface DeviceChooser {

  /**
   * One of {@code devices}.
   *
   * @param user the owner of the devices
   * @param devices two or more that generate codes
   * @throws dev.keyturn.domain.failure.FailureException {@code SeveralDevices} when there is nobody
   *     to ask, {@code Interrupted} when the person cancels
   */
  MfaDevice choose(String user, List<MfaDevice> devices);
}
