package dev.keyturn.cli.command.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Times in display form: local time and time left. */
public final class TimeText {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private TimeText() {}

  /** {@code 14:05} or {@code 2:05 PM}, with the day when it is not today. */
  public static String local(Instant instant, LocalClock clock) {
    LocalDateTime then = clock.local(instant);
    return day(then.toLocalDate(), clock) + hour(then, clock.hasTwelveHours());
  }

  private static String day(LocalDate then, LocalClock clock) {
    LocalDate today = clock.local(clock.instant()).toLocalDate();
    if (then.equals(today)) {
      return "";
    }
    return then.equals(today.plusDays(1)) ? "tomorrow " : then + " ";
  }

  /** Avoids java.time's formatter, which takes longer to load than the rest of a status. */
  private static String hour(LocalDateTime then, boolean twelve) {
    int hour = then.getHour();
    String minute = (then.getMinute() < 10 ? ":0" : ":") + then.getMinute();
    if (!twelve) {
      return (hour < 10 ? "0" : "") + hour + minute;
    }
    return (hour % 12 == 0 ? 12 : hour % 12) + minute + (hour < 12 ? " AM" : " PM");
  }

  /** {@code 11h 59m}, {@code 45m}, {@code 30s}; started minutes are rounded up. */
  public static String left(Duration duration) {
    if (duration.compareTo(MINUTE) < 0) {
      return duration.toSeconds() + "s";
    }
    long minutes = duration.plusSeconds(59).toMinutes();
    return minutes >= 60 ? minutes / 60 + "h " + minutes % 60 + "m" : minutes + "m";
  }

  /** How long {@link #brief} returns the same text while {@code left} decreases. */
  public static Duration briefIsSameFor(Duration left) {
    if (left.compareTo(MINUTE) < 0) {
      return Duration.ZERO;
    }
    long minutes = left.plusSeconds(59).toMinutes();
    long last = minutes >= 60 ? minutes / 60 * 60 : minutes;
    Duration least = Duration.ofSeconds(Math.max(60, last * 60 - 59));
    return left.minus(least);
  }

  /** How long {@link #local} returns the same text. */
  public static Duration dayIsSameFor(LocalClock clock) {
    Instant instant = clock.instant();
    LocalDateTime now = clock.local(instant);
    LocalDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay();
    Duration left = Duration.between(now, midnight);
    // The clocks may change before midnight.
    return left.plus(Duration.between(clock.local(instant.plus(left)), midnight));
  }

  /** One word, as for a prompt: {@code 11h}, {@code 45m}, {@code 30s}. */
  public static String brief(Duration duration) {
    String left = left(duration);
    int blank = left.indexOf(' ');
    return blank < 0 ? left : left.substring(0, blank);
  }
}
