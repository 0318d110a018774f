package dev.keyturn.domain.profile.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that is a mistake in a key id, a secret or a serial number: quotes around it, which
 * AWS tools treat as part of the value, and invisible characters.
 */
public final class OddText {

  private static final String QUOTES = "\"'`\u2018\u2019\u201c\u201d";

  private OddText() {}

  /** What is odd about {@code value}, as text to follow its name; null if nothing is. */
  public static @Nullable String reason(String value) {
    if (!value.equals(withoutQuotes(value))) {
      return "is in quotes, which AWS tools treat as part of the value";
    }
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      if (isInvisible(letter)) {
        String code = String.format(Locale.ROOT, "U+%04X", (int) letter);
        return "contains an invisible character (" + code + ")";
      }
    }
    return null;
  }

  /** {@code value} without quotes around it and without invisible characters. */
  public static String cleaned(String value) {
    StringBuilder cleaned = new StringBuilder();
    for (int index = 0; index < value.length(); index++) {
      if (!isInvisible(value.charAt(index))) {
        cleaned.append(value.charAt(index));
      }
    }
    return withoutQuotes(cleaned.toString());
  }

  private static String withoutQuotes(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && QUOTES.indexOf(value.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && QUOTES.indexOf(value.charAt(to - 1)) >= 0) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isInvisible(char letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          letter != ' ';
      default -> false;
    };
  }
}
