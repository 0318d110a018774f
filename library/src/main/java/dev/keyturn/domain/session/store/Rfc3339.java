package dev.keyturn.domain.session.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times in RFC 3339 format. The usual forms are parsed and formatted by hand: java.time's
 * formatter, which its date classes load too, takes longer to load than the rest of a cached
 * answer.
 */
public final class Rfc3339 {

  private static final int LENGTH = "2026-11-21T09:30:00".length();

  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final long DAYS_FROM_MARCH_OF_0_TO_1970 = 719_468;

  private Rfc3339() {}

  /** {@code instant} with whole seconds, in UTC: {@code 2026-11-21T09:30:00Z}. */
  public static String text(Instant instant) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    // toString leaves out seconds that are zero.
    return time + (time.getSecond() == 0 ? ":00Z" : "Z");
  }

  /**
   * Parses a time; without an offset it is UTC, as aws-mfa writes it.
   *
   * <pre>
   * time   = date ( "T" | " " ) clock [ offset ]
   * date   = 4DIGIT "-" 2DIGIT "-" 2DIGIT
   * clock  = 2DIGIT ":" 2DIGIT ":" 2DIGIT
   * offset = "Z" | "+00:00"
   * </pre>
   *
   * Other offsets and fractions of a second are left to java.time. A year of more than four digits
   * is not allowed by this format.
   */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(isUsual(text) ? usual(text) : unusual(text));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static boolean isUsual(String text) {
    if (text.length() < LENGTH || !isUtc(text.substring(LENGTH))) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char expected = "0000-00-00 00:00:00".charAt(i);
      char c = text.charAt(i);
      boolean fits =
          expected == '0' ? c >= '0' && c <= '9' : c == expected || (i == 10 && c == 'T');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtc(String offset) {
    return offset.isEmpty() || offset.equals("Z") || offset.equals("+00:00");
  }

  private static Instant usual(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
    if (month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      throw new DateTimeException("no such day");
    }
    return Instant.ofEpochSecond(
        epochDay(year, month, day) * SECONDS_OF_A_DAY + time.toSecondOfDay());
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days since 1970-01-01. Years are counted from March, so that the leap day is the last day. */
  private static long epochDay(int year, int month, int day) {
    long years = month > 2 ? year : year - 1;
    long leapDays =
        Math.floorDiv(years, 4L) - Math.floorDiv(years, 100L) + Math.floorDiv(years, 400L);
    long daysOfMonths = (153L * ((month + 9) % 12) + 2) / 5;
    return years * 365 + leapDays + daysOfMonths + day - 1 - DAYS_FROM_MARCH_OF_0_TO_1970;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Instant unusual(String text) {
    String iso = text.replace(' ', 'T');
    if (iso.startsWith("+") || iso.startsWith("-")) {
      throw new DateTimeException("no year of four digits");
    }
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException withoutOffset) {
      return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
  }
}
