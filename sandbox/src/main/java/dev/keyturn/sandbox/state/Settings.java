package dev.keyturn.sandbox.state;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Switches for what AWS leaves open or does over hours.
 *
 * @param sessionLife how long every session really lasts; null for as long as granted
 * @param keyDelay how long a new access key stays unknown (eventual consistency)
 * @param enableCodesCount whether the codes given to EnableMFADevice count as used
 * @param maxStoredMib the memory for all objects of S3, in MiB
 */
public record Settings(
    @Nullable Duration sessionLife, Duration keyDelay, boolean enableCodesCount, int maxStoredMib) {
  public static final int USUAL_STORED_MIB = 256;

  public static Settings usual() {
    return new Settings(null, Duration.ZERO, true, USUAL_STORED_MIB);
  }

  public Settings withSessionLife(@Nullable Duration life) {
    return new Settings(life, keyDelay, enableCodesCount, maxStoredMib);
  }

  public Settings withKeyDelay(Duration delay) {
    return new Settings(sessionLife, delay, enableCodesCount, maxStoredMib);
  }

  public Settings withMaxStoredMib(int most) {
    return new Settings(sessionLife, keyDelay, enableCodesCount, most);
  }
}
