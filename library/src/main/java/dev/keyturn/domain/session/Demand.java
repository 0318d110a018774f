package dev.keyturn.domain.session;

import java.time.Duration;

/**
 * How fresh a session has to be.
 *
 * @param force whether to make a new one whatever is there
 * @param remaining how much life a session that is kept must have left
 */
public record Demand(boolean force, Duration remaining) {

  /** A session that is about to end is no use to anybody. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  /** Any session that holds. */
  public static final Demand VALID = new Demand(false, LEAST);

  /** A session with at least {@code remaining} left. */
  public static Demand remaining(Duration remaining) {
    return new Demand(false, remaining.compareTo(LEAST) < 0 ? LEAST : remaining);
  }

  /** A new session. */
  public static Demand renewed() {
    return new Demand(true, LEAST);
  }
}
