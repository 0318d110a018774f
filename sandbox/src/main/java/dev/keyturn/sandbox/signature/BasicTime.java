package dev.keyturn.sandbox.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as signatures contain them, such as {@code 20150830T123600Z}. */
final class BasicTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  private BasicTime() {}

  /**
   * The time of this text.
   *
   * @throws DateTimeException when it has another form
   */
  static Instant parse(String text) {
    return LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC);
  }

  static String text(Instant time) {
    return FORM.format(time.atOffset(ZoneOffset.UTC));
  }
}
