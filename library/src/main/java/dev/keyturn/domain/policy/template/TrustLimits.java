package dev.keyturn.domain.policy.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a trust policy requires besides MFA.
 *
 * @param maximumAge how long ago a code may have been given; null: any time
 * @param externalId the id that AssumeRole must contain; null: none
 */
public record TrustLimits(@Nullable Duration maximumAge, @Nullable String externalId) {

  /** Nothing but MFA. */
  public static final TrustLimits NONE = new TrustLimits(null, null);
}
