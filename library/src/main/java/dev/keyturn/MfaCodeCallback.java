package dev.keyturn;

import org.jspecify.annotations.Nullable;

/**
 * Supplies the code of an MFA device when a session has to be made.
 *
 * <p>It is called by one thread at a time, in one process at a time for each device, and once for
 * each code, because AWS accepts no code twice. It may take as long as a person needs; other
 * callers wait up to five minutes for it.
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
   * @return six digits; spaces among them are ignored; null when the person cancels, so that there
   *     are no credentials
   */
  @Nullable String code(String serialNumber, String profile);
}
