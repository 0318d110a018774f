package dev.keyturn.domain.session.store;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How long before its end a session is renewed. Short sessions shorten each window, so that no
 * session is renewed all the time.
 *
 * @param silent a session that needs no code is renewed with less time left than this, or than half
 *     of its granted duration
 * @param ahead a session that needs a code is renewed with less time left than this, or than a
 *     third, if that needs no person
 * @param least a session with less time left than this, or than a quarter, counts as expired
 */
public record RefreshWindow(Duration silent, Duration ahead, Duration least) {

  /** Long enough for the AWS CLI, whose own window is 15 minutes. */
  public static final RefreshWindow DEFAULT =
      new RefreshWindow(Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(1));

  private static final double SPREAD = 0.1;

  /** The variable that sets them for every program of a user. */
  public static final Variable VARIABLE = Variable.KEYTURN_RENEW_WITHIN;

  /**
   * The value of {@link #VARIABLE}, else {@link #DEFAULT}.
   *
   * <pre>
   * value = silent [ "," ahead [ "," least ] ]      durations as {@link Durations} reads them
   * </pre>
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when it is anything else
   */
  public static RefreshWindow of(Map<String, String> environment) {
    String text = VARIABLE.in(environment);
    return text.isEmpty() ? DEFAULT : parse(text);
  }

  private static RefreshWindow parse(String text) {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length <= 3) {
        return new RefreshWindow(
            Durations.parse(parts[0].strip()),
            parts.length > 1 ? Durations.parse(parts[1].strip()) : DEFAULT.ahead(),
            parts.length > 2 ? Durations.parse(parts[2].strip()) : DEFAULT.least());
      }
    } catch (FailureException e) {
      // Said below, with the name of the variable.
    }
    throw new Failure.Usage(
            VARIABLE + " is '" + text + "'; it must be one to three durations",
            "unset " + VARIABLE + ", or export " + VARIABLE + "=20m,5m,1m")
        .exception();
  }

  /** Whether {@code session} should be renewed, if that needs no code. */
  public boolean isDueSilently(Session session, Instant now) {
    return isWithin(silent, 2, session, now);
  }

  /**
   * The remaining lifetime at which {@code session} should be renewed, if that needs no code. A
   * session of unknown duration counts as granted at {@code now}.
   *
   * @param random from 0 to 1: renews up to a tenth earlier, so that processes do not all call AWS
   *     in the same second
   */
  public Duration dueWithin(Session session, Instant now, double random) {
    Duration granted = session.granted().isZero() ? session.remaining(now) : session.granted();
    Duration half = granted.dividedBy(2);
    Duration due = half.compareTo(silent) < 0 ? half : silent;
    return due.plusMillis((long) (due.toMillis() * SPREAD * random));
  }

  /** Whether {@code session} should be renewed with a code that needs no person. */
  public boolean isDueAhead(Session session, Instant now) {
    return isWithin(ahead, 3, session, now);
  }

  /** Whether {@code session} must no longer be used. */
  public boolean isOver(Session session, Instant now) {
    return isWithin(least, 4, session, now);
  }

  /** When the first window of {@code session} begins; until then it is used unchanged. */
  public Instant begin(Session session) {
    Duration longest = shortened(silent, 2, session);
    for (Duration window : List.of(shortened(ahead, 3, session), shortened(least, 4, session))) {
      longest = window.compareTo(longest) > 0 ? window : longest;
    }
    return session.credentials().expiration().minus(longest);
  }

  private static boolean isWithin(Duration window, int part, Session session, Instant now) {
    return session.remaining(now).compareTo(shortened(window, part, session)) < 0;
  }

  /** The granted duration of another tool's session is unknown. */
  private static Duration shortened(Duration window, int part, Session session) {
    Duration granted = session.granted();
    // In whole seconds: Duration.dividedBy uses BigDecimal, which takes longer to load than the
    // rest of a cached answer.
    Duration share = Duration.ofSeconds(granted.toSeconds() / part);
    boolean shortened = !granted.isZero() && share.compareTo(window) < 0;
    return shortened ? share : window;
  }
}
