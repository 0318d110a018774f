package dev.keyturn.adapter.aws;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Retries a call after a fault or throttling by AWS, with growing pauses and jitter. Only for calls
 * without an MFA code: AWS may have accepted a code although it answered with a fault.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry
 *     behavior</a>
 */
class Retries {

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  <T> T withoutCode(Supplier<T> call) {
    return trying(call, failure -> true);
  }

  /** For a call that must not be performed twice: retries only where AWS did not process it. */
  <T> T unlessPerformed(Supplier<T> call) {
    return trying(call, Nature::isSlowedDown);
  }

  private <T> T trying(Supplier<T> call, Predicate<Failure> again) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (FailureException e) {
        if (attempt >= Nature.tries(e.failure()) || !again.test(e.failure())) {
          throw e;
        }
        pauseUpTo(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << (attempt - 1)));
      }
    }
  }

  /**
   * Between half of the time and all of it, so that many clients do not retry at the same moment.
   */
  private void pauseUpTo(long millis) {
    pause(millis / 2 + chance(millis / 2 + 1));
  }

  /** From 0 to less than {@code bound}. */
  long chance(long bound) {
    return ThreadLocalRandom.current().nextLong(bound);
  }

  void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }
}
