package dev.keyturn.domain.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long before its end a session is renewed. Short sessions shorten each window, so that no
 * session is renewed all the time.
 *
 * @param silent what needs no code is renewed with less left than this, or than half of the time it
 *     was granted for
 * @param ahead what needs a code is renewed with less left than this, where that disturbs nobody;
 *     or than a third
 * @param least with less left a session is as good as over; or than a quarter
 */
public record RefreshWindow(Duration silent, Duration ahead, Duration least) {

  /** Long enough for the AWS CLI, whose own window is 15 minutes. */
  public static final RefreshWindow DEFAULT =
      new RefreshWindow(Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(1));

  /** Whether {@code session} ought to be renewed, if that needs no code. */
  public boolean isDueSilently(Session session, Instant now) {
    return isWithin(silent, 2, session, now);
  }

  /** Whether {@code session} ought to be renewed by a code that nobody is asked for. */
  public boolean isDueAhead(Session session, Instant now) {
    return isWithin(ahead, 3, session, now);
  }

  /** Whether {@code session} is no use to anybody any more. */
  public boolean isOver(Session session, Instant now) {
    return isWithin(least, 4, session, now);
  }

  /** A session of another tool was granted for a time that nobody here knows. */
  private static boolean isWithin(Duration window, int part, Session session, Instant now) {
    Duration granted = session.granted();
    // In whole seconds: Duration.dividedBy calculates with BigDecimal, which takes longer to load
    // than the rest of a cached answer takes in all.
    Duration share = Duration.ofSeconds(granted.toSeconds() / part);
    boolean shortened = !granted.isZero() && share.compareTo(window) < 0;
    return session.remaining(now).compareTo(shortened ? share : window) < 0;
  }
}
