package dev.keyturn.domain.mfa;

import java.util.List;

/** The port to the person who knows which device is at hand. */
public interface DeviceChooser {

  /**
   * One of {@code devices}.
   *
   * @param user whose they are
   * @param devices two or more that give codes
   * @throws dev.keyturn.domain.failure.FailureException {@code SeveralDevices} when there is nobody
   *     to ask, {@code Interrupted} when the person gives up
   */
  MfaDevice choose(String user, List<MfaDevice> devices);
}
