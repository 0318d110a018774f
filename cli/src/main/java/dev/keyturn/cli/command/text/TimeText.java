package dev.keyturn.cli.command.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** Times as a person reads them: local time and time left. */
public final class TimeText {

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
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return duration.toSeconds() + "s";
    }
    long minutes = duration.plusSeconds(59).toMinutes();
    return minutes >= 60 ? minutes / 60 + "h " + minutes % 60 + "m" : minutes + "m";
  }

  /** One word for a prompt: {@code 11h}, {@code 45m}, {@code 30s}. */
  public static String brief(Duration duration) {
    String left = left(duration);
    int blank = left.indexOf(' ');
    return blank < 0 ? left : left.substring(0, blank);
  }
}
