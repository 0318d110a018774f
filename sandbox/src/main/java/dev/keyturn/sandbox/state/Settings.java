package dev.keyturn.sandbox.state;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Switches for what AWS leaves open or does over hours.
 *
 * @param sessionLife how long every granted session really lives; null for as long as granted
 * @param keyDelay how long a new access key stays unknown (eventual consistency)
 * @param enableCodesCount whether the codes given to EnableMFADevice count as used
 */
public record Settings(
    @Nullable Duration sessionLife, Duration keyDelay, boolean enableCodesCount) {

  public static Settings usual() {
    return new Settings(null, Duration.ZERO, true);
  }

  public Settings withSessionLife(@Nullable Duration life) {
    return new Settings(life, keyDelay, enableCodesCount);
  }

  public Settings withKeyDelay(Duration delay) {
    return new Settings(sessionLife, delay, enableCodesCount);
  }
}
