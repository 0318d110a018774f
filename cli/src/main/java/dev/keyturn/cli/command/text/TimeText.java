package dev.keyturn.cli.command.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** Times as a person reads them: local time and time left. */
public final class TimeText {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private TimeText() {}

  /** {@code 14:05}, with the date when it is not today. */
  public static String local(Instant instant, LocalClock clock) {
    LocalDateTime then = clock.local(instant);
    boolean today = then.toLocalDate().equals(clock.local(clock.instant()).toLocalDate());
    // What ISO 8601 begins with; a formatter takes longer to load than the rest of a status.
    String time = then.toLocalTime().toString().substring(0, "HH:mm".length());
    return today ? time : then.toLocalDate() + " " + time;
  }

  /** {@code 11h 59m}, {@code 45m}, {@code 30s}; minutes that have begun count. */
  public static String left(Duration duration) {
    if (duration.compareTo(MINUTE) < 0) {
      return duration.toSeconds() + "s";
    }
    long minutes = duration.plusSeconds(59).toMinutes();
    return minutes >= 60 ? minutes / 60 + "h " + minutes % 60 + "m" : minutes + "m";
  }

  /** How long {@link #brief} says the same of {@code left}, which becomes less. */
  public static Duration briefIsSameFor(Duration left) {
    if (left.compareTo(MINUTE) < 0) {
      return Duration.ZERO;
    }
    long minutes = left.plusSeconds(59).toMinutes();
    long last = minutes >= 60 ? minutes / 60 * 60 : minutes;
    Duration least = Duration.ofSeconds(Math.max(60, last * 60 - 59));
    return left.minus(least);
  }

  /** One word for a prompt: {@code 11h}, {@code 45m}, {@code 30s}. */
  public static String brief(Duration duration) {
    String left = left(duration);
    int blank = left.indexOf(' ');
    return blank < 0 ? left : left.substring(0, blank);
  }
}
