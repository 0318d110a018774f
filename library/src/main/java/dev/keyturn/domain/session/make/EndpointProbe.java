package dev.keyturn.domain.session.make;

import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The port to AWS without credentials, to check whether it answers at all. Thread-safe. */
public interface EndpointProbe {

  /**
   * STS's time in whole seconds; null if the answer does not contain it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code AwsFailure.Unreachable} when no
   *     answer comes; {@code FileFailure.Unreadable} or {@code Usage} when the certificates to
   *     trust or the proxy are wrong
   */
  @Nullable Instant time(Endpoints endpoints);
}
