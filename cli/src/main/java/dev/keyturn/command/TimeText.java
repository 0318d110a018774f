package dev.keyturn.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a person reads them: local time and time left. */
final class TimeText {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter ANOTHER_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private TimeText() {}

  /** {@code 14:05}, with the date when it is not today. */
  static String local(Instant instant, Clock clock) {
    ZonedDateTime then = instant.atZone(clock.getZone());
    boolean today = then.toLocalDate().equals(ZonedDateTime.now(clock).toLocalDate());
    return then.format(today ? TODAY : ANOTHER_DAY);
  }

  /** {@code 11h 59m}, {@code 45m}, {@code 30s}; minutes that have begun count. */
  static String left(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return duration.toSeconds() + "s";
    }
    long minutes = duration.plusSeconds(59).toMinutes();
    return minutes >= 60 ? minutes / 60 + "h " + minutes % 60 + "m" : minutes + "m";
  }

  /** One word for a prompt: {@code 11h}, {@code 45m}, {@code 30s}. */
  static String brief(Duration duration) {
    String left = left(duration);
    int blank = left.indexOf(' ');
    return blank < 0 ? left : left.substring(0, blank);
  }
}
