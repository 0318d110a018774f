package dev.keyturn.domain.policy.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as policies write them: the forms of ISO 8601 that the W3C note lists, or seconds
 * since 1970.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and Time Formats</a>
 */
public final class Dates {

  private Dates() {}

  /** The instant, in UTC if it has no zone; null for a text of another form. */
  public static @Nullable Instant parse(String text) {
    try {
      return isEpoch(text) ? epoch(text) : iso(text);
    } catch (DateTimeException | ArithmeticException | NumberFormatException notADate) {
      return null;
    }
  }

  /** A year has four digits; a number with more or fewer digits is in seconds. */
  private static boolean isEpoch(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.length() != 4 && Ascii.isDigits(digits);
  }

  private static Instant epoch(String text) {
    return Instant.ofEpochSecond(new BigDecimal(text).longValueExact());
  }

  private static Instant iso(String text) {
    int time = text.indexOf('T');
    if (time < 0) {
      return LocalDate.parse(text + missing(text)).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    boolean zoned =
        text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** The suffixes that complete a year or a month to a day. */
  private static String missing(String text) {
    String first = "-01-01";
    return first.substring(Math.min(Math.max(text.length() - "2026".length(), 0), first.length()));
  }
}
