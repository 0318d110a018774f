package dev.keyturn;

import org.jspecify.annotations.Nullable;

/**
 * Gives the code of an MFA device when a session has to be made.
 *
 * <p>It is called by one thread at a time, in one process at a time for each device, and for each
 * code once: AWS accepts none twice. It may take as long as a person takes; others wait for it for
 * five minutes.
 *
 * {@snippet file="ListBucket.java" region="ask"}
 */
@FunctionalInterface
public interface MfaCodeCallback {

  /**
   * The six digits that the device shows now.
   *
   * @param serialNumber the device's serial number, an ARN for a virtual device
   * @param profile the profile whose session needs it
   * @return six digits, blanks among them are ignored; null when the person gives up, so that there
   *     are no credentials
   */
  @Nullable String code(String serialNumber, String profile);
}
