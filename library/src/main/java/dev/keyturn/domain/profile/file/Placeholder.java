package dev.keyturn.domain.profile.file;

import java.util.List;
import java.util.Locale;

/** Example values from documentation that users forgot to replace. */
public final class Placeholder {

  private static final List<String> BEGINNINGS =
      List.of("YOUR", "MY_", "REPLACE", "CHANGE", "INSERT", "ENTER_", "TODO", "AWS_ACCESS_KEY");

  private Placeholder() {}

  /**
   * Whether {@code value} is a placeholder: {@code XXXXX}, {@code AKIAXXXXXXXX}, {@code ****},
   * {@code ...}, {@code YOUR_ACCESS_KEY}, {@code <key>}, or something in brackets such as {@code
   * arn:aws:iam::[ACCOUNT_ID]:mfa/NAME}.
   */
  public static boolean is(String value) {
    return isFiller(value)
        || isBracketed(value, '<', '>')
        || isBracketed(value, '[', ']')
        || isBracketed(value, '{', '}')
        || isWords(value);
  }

  /** A key prefix followed by one repeated letter. */
  private static boolean isFiller(String value) {
    String rest = value.startsWith("AKIA") || value.startsWith("ASIA") ? value.substring(4) : value;
    if (rest.length() < 3) {
      return false;
    }
    String first = rest.substring(0, 1);
    return "Xx*._-".contains(first) && rest.equals(first.repeat(rest.length()));
  }

  private static boolean isBracketed(String value, char open, char close) {
    int start = value.indexOf(open);
    return start >= 0 && value.indexOf(close, start) > start + 1;
  }

  private static boolean isWords(String value) {
    String upper = value.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    for (int i = 0; i < upper.length(); i++) {
      char letter = upper.charAt(i);
      if (letter != '_' && (letter < 'A' || letter > 'Z')) {
        return false;
      }
    }
    for (String beginning : BEGINNINGS) {
      if (upper.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
