package dev.keyturn.domain.text;

/**
 * Text that is safe to display. Text from AWS, files and arguments may contain characters that
 * control a terminal (C0, DEL and C1), that display text in another order (bidirectional controls),
 * and line breaks that make text look like one of Keyturn's lines; each is replaced by its escape,
 * such as {@code \\u001b}. Inside a JSON string, the escape denotes the same character.
 *
 * @see <a href="https://trojansource.codes/">Trojan Source</a>
 */
public final class VisibleText {

  private static final char DELETE = 0x7f;
  private static final char LAST_C1 = 0x9f;
  private static final char LINE_SEPARATOR = 0x2028;
  private static final char PARAGRAPH_SEPARATOR = 0x2029;

  private static final char ARABIC_LETTER_MARK = 0x061c;
  private static final char LEFT_TO_RIGHT_MARK = 0x200e;
  private static final char RIGHT_TO_LEFT_MARK = 0x200f;
  private static final char FIRST_EMBEDDING = 0x202a;
  private static final char LAST_OVERRIDE = 0x202e;
  private static final char FIRST_ISOLATE = 0x2066;
  private static final char LAST_ISOLATE = 0x2069;

  private VisibleText() {}

  /** One line: a line feed is escaped too. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Several lines: line feeds and tabs are kept. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean withLines) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean layout = withLines && (c == '\n' || c == '\t');
      if (!layout && (isObeyed(c) || isOrder(c))) {
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

  /** Whether {@code c} is one of Unicode's Bidi_Control characters. */
  private static boolean isOrder(char c) {
    return c == ARABIC_LETTER_MARK
        || (c >= LEFT_TO_RIGHT_MARK && c <= RIGHT_TO_LEFT_MARK)
        || (c >= FIRST_EMBEDDING && c <= LAST_OVERRIDE)
        || (c >= FIRST_ISOLATE && c <= LAST_ISOLATE);
  }
}
