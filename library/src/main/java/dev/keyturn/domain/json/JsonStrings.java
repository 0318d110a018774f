package dev.keyturn.domain.json;

/** The strings of JSON. */
final class JsonStrings {

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private JsonStrings() {}

  /** Reads the string at the cursor, which is at its opening quote. */
  static String read(Cursor cursor) throws JsonSyntaxException {
    cursor.next();
    StringBuilder text = new StringBuilder();
    while (cursor.peek() != '"') {
      if (cursor.atEnd()) {
        throw cursor.mistake("a string has no closing quote");
      }
      if (cursor.peek() < ' ') {
        throw cursor.mistake("a string contains a line break or control character");
      }
      char c = cursor.next();
      text.append(c == '\\' ? escape(cursor) : c);
    }
    cursor.next();
    return text.toString();
  }

  private static char escape(Cursor cursor) throws JsonSyntaxException {
    int known = ESCAPES.indexOf(cursor.peek());
    if (known >= 0) {
      cursor.next();
      return ESCAPED.charAt(known);
    }
    if (cursor.peek() != 'u') {
      throw cursor.expected("an escape that JSON knows");
    }
    cursor.next();
    return unicode(cursor);
  }

  private static char unicode(Cursor cursor) throws JsonSyntaxException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = cursor.peek() < 0x80 ? Character.digit(cursor.peek(), 16) : -1;
      if (digit < 0) {
        throw cursor.expected("four hexadecimal digits after \\u");
      }
      cursor.next();
      code = code << 4 | digit;
    }
    return (char) code;
  }
}
