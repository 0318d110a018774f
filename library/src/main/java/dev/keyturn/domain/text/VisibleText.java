package dev.keyturn.domain.text;

/**
 * Text as a person may see it. AWS, files and arguments bring characters that a terminal obeys
 * instead of showing them (C0, DEL and C1) and line breaks that would make a line look like one of
 * ours; each becomes its escape, such as {@code \\u001b}. Inside a JSON string that is the same
 * character still.
 */
public final class VisibleText {

  private static final char DELETE = 0x7f;
  private static final char LAST_C1 = 0x9f;
  private static final char LINE_SEPARATOR = 0x2028;
  private static final char PARAGRAPH_SEPARATOR = 0x2029;

  private VisibleText() {}

  /** One line: a line feed is escaped too. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Lines: a line feed ends one. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean withLines) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isObeyed(c) && !(withLines && c == '\n')) {
        visible.append("\\u").append(String.format("%04x", (int) c));
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  private static boolean isObeyed(char c) {
    return c < ' '
        || (c >= DELETE && c <= LAST_C1)
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR;
  }
}
