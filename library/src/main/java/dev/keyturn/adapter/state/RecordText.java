package dev.keyturn.adapter.state;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a record.
 *
 * <pre>
 * record = "keyturn " version LF { name "=" value LF }
 * </pre>
 *
 * Names and values contain no line break: a backslash and a line break in a value are written as
 * {@code \\} and {@code \n}.
 */
public final class RecordText {

  private static final String HEADER = "keyturn 1\n";

  private RecordText() {}

  /** The text of the record called {@code key}. */
  public static byte[] of(String key, Map<String, String> fields) {
    StringBuilder text = new StringBuilder(HEADER).append("key=").append(escape(key)).append('\n');
    fields.forEach(
        (name, value) -> text.append(name).append('=').append(escape(value)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The fields, the key among them; empty for a text of another version or kind. */
  static Optional<Map<String, String>> parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith(HEADER) ? Optional.of(fields(text)) : Optional.empty();
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    int start = HEADER.length();
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int equals = text.indexOf('=', start);
      if (end < 0 || equals < 0 || equals > end) {
        break;
      }
      fields.put(text.substring(start, equals), unescape(text.substring(equals + 1, end)));
      start = end + 1;
    }
    return fields;
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        c =
            switch (value.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> value.charAt(i);
            };
      }
      text.append(c);
    }
    return text.toString();
  }
}
