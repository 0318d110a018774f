package dev.keyturn.sandbox.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as conditions write them. */
final class Ordered {
  private Ordered() {}

  static <T extends Comparable<T>> boolean fits(
      String actual, String expected, Function<String, @Nullable T> reader, IntPredicate sign) {
    T left = reader.apply(actual);
    T right = reader.apply(expected);
    return left != null && right != null && sign.test(left.compareTo(right));
  }

  static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Reads a date of <a href="https://www.w3.org/TR/NOTE-datetime">ISO 8601</a>, with or without
   * time and offset, or seconds since 1970; null for anything else.
   */
  static @Nullable Instant date(String text) {
    try {
      if (text.matches("\\d{1,11}")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (!text.contains("T")) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return text.matches(".*(Z|[+-]\\d\\d:?(\\d\\d)?)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
