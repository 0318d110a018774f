package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;

/**
 * When a session that needs nobody's help is renewed: 20 minutes before its end or whatever the
 * user wants, or at half its life where that is shorter. The AWS SDKs begin to ask for other
 * credentials 15 minutes before the end (botocore's {@code RefreshableCredentials}), and must find
 * fresh ones then.
 */
final class RenewalWindow {

  /** Up to a tenth earlier, so that not everybody calls AWS in the same second. */
  private static final double SPREAD = 0.1;

  private RenewalWindow() {}

  /**
   * How much life {@code session} has left when it is due.
   *
   * @param longest how long before its end at most
   * @param now stands for the time it was granted where that is not known
   * @param random from 0 to 1
   */
  static Duration of(Session session, Duration longest, Instant now, double random) {
    Duration granted = session.granted().isZero() ? session.remaining(now) : session.granted();
    Duration half = granted.dividedBy(2);
    Duration window = half.compareTo(longest) < 0 ? half : longest;
    return window.plusMillis((long) (window.toMillis() * SPREAD * random));
  }
}
