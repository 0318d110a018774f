package dev.keyturn.sandbox.policy.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as conditions contain them. */
public final class Operands {
  private Operands() {}

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
  public static @Nullable Instant date(String text) {
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
