package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Session durations: their notation, and AWS's limits. */
public final class Durations {

  /** AWS's default for a user session. */
  public static final Duration SESSION_DEFAULT = Duration.ofHours(12);

  /** AWS's default for a role session. */
  public static final Duration ROLE_DEFAULT = Duration.ofHours(1);

  /**
   * The longest role session that credentials which themselves came from STS can get (IAM user
   * guide, "Role chaining"; it applies to a session of GetSessionToken as well).
   */
  public static final Duration CHAINED_ROLE_MAXIMUM = Duration.ofHours(1);

  /** What STS accepts as {@code DurationSeconds}, by operation (STS API reference). */
  public enum Range {
    /** GetSessionToken: 15 minutes to 36 hours. */
    SESSION(900, 129_600),
    /** AssumeRole: 15 minutes to 12 hours, less where the role's own maximum is less. */
    ROLE(900, 43_200);

    private final long least;
    private final long most;

    Range(long least, long most) {
      this.least = least;
      this.most = most;
    }

    /** Whether {@code duration} lies within, both ends included. */
    public boolean contains(Duration duration) {
      return duration.compareTo(Duration.ofSeconds(least)) >= 0
          && duration.compareTo(Duration.ofSeconds(most)) <= 0;
    }

    /** Both ends, each in both forms: {@code between 900 s (15m) and 129600 s (36h)}. */
    public String describe() {
      return "between " + both(least) + " and " + both(most);
    }

    private static String both(long seconds) {
      return seconds + " s (" + text(Duration.ofSeconds(seconds)) + ")";
    }
  }

  private static final String HINT = "write it as 12h, 45m, 1h30m, 43200 (seconds) or PT12H";

  private Durations() {}

  /**
   * Parses a duration.
   *
   * <pre>
   * duration = seconds | units | ISO-8601 duration ("PT12H")
   * units    = [number "h"] [number "m"] [number "s"]      at least one of them
   * </pre>
   *
   * <p>Letters may be of either case. Zero and negative durations are refused with the range of a
   * session.
   *
   * @throws FailureException usage, when {@code text} has another form
   */
  public static Duration parse(String text) {
    boolean iso = text.regionMatches(true, text.startsWith("-") ? 1 : 0, "P", 0, 1);
    Duration duration = iso ? parseIso(text) : parseSignedUnits(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new Failure.Usage(
              "'" + text + "' is not a duration: a session lasts " + Range.SESSION.describe(), HINT)
          .exception();
    }
    return duration;
  }

  private static Duration parseSignedUnits(String text) {
    boolean negative = text.startsWith("-");
    String units = negative ? text.substring(1) : text;
    if (units.isEmpty()) {
      throw notADuration(text);
    }
    return negative ? parseUnits(units).negated() : parseUnits(units);
  }

  private static Duration parseIso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw notADuration(text);
    }
  }

  private static Duration parseUnits(String text) {
    long seconds = 0;
    long smallestUnit = Long.MAX_VALUE;
    int position = 0;
    while (position < text.length()) {
      int end = endOfDigits(text, position);
      long unit = end == text.length() && position == 0 ? 1 : unit(text, end);
      if (end == position || end - position > 9 || unit >= smallestUnit) {
        throw notADuration(text);
      }
      seconds += Long.parseLong(text, position, end, 10) * unit;
      smallestUnit = unit;
      position = end + 1;
    }
    return Duration.ofSeconds(seconds);
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static long unit(String text, int position) {
    return switch (position < text.length() ? text.charAt(position) : ' ') {
      case 'h', 'H' -> 3600;
      case 'm', 'M' -> 60;
      case 's', 'S' -> 1;
      default -> throw notADuration(text);
    };
  }

  private static FailureException notADuration(String text) {
    return new Failure.Usage("'" + text + "' is not a duration", HINT).exception();
  }

  /** The short form in whole seconds: {@code 12h}, {@code 1h30m}, {@code 59s}. */
  public static String text(Duration duration) {
    StringBuilder text = new StringBuilder();
    if (duration.toHours() > 0) {
      text.append(duration.toHours()).append('h');
    }
    if (duration.toMinutesPart() > 0) {
      text.append(duration.toMinutesPart()).append('m');
    }
    if (duration.toSecondsPart() > 0 || text.length() == 0) {
      text.append(duration.toSecondsPart()).append('s');
    }
    return text.toString();
  }
}
