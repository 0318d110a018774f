package dev.keyturn.sandbox.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recursive-descent parser; one method per rule of RFC 8259, each under its rule. */
final class JsonParser {
  static final int MAX_DEPTH = 100;
  static final int MAX_NUMBER_LENGTH = 1000;

  private static final int END = -1;

  private final String text;
  private int position;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  /** {@code JSON-text = ws value ws} */
  Json document() {
    blanks();
    Json value = value();
    blanks();
    if (next() != END) {
      throw problem("Nothing may follow the value");
    }
    return value;
  }

  /** {@code value = false / null / true / object / array / number / string} */
  private Json value() {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      case END -> throw problem("The text ends where a value is expected");
      default -> throw problem("No value starts like this");
    };
  }

  private Json word(String word, Json value) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return value;
  }

  /**
   * <pre>
   * object = "{" ws [ member *( ws "," ws member ) ] ws "}"
   * member = string ws ":" ws value
   * </pre>
   */
  private Json object() {
    enter('{');
    Map<String, Json> members = new LinkedHashMap<>();
    if (next() != '}') {
      do {
        blanks();
        member(members);
        blanks();
      } while (skip(','));
    }
    leave('}');
    return new Json.Obj(members);
  }

  private void member(Map<String, Json> members) {
    int start = position;
    String name = string();
    if (members.containsKey(name)) {
      position = start;
      throw problem("A member of this name is already there");
    }
    blanks();
    expect(':');
    blanks();
    members.put(name, value());
  }

  /** {@code array = "[" ws [ value *( ws "," ws value ) ] ws "]"} */
  private Json array() {
    enter('[');
    List<Json> items = new ArrayList<>();
    if (next() != ']') {
      do {
        blanks();
        items.add(value());
        blanks();
      } while (skip(','));
    }
    leave(']');
    return new Json.Arr(items);
  }

  private void enter(char bracket) {
    if (++depth > MAX_DEPTH) {
      throw problem("Nested deeper than " + MAX_DEPTH + " levels");
    }
    expect(bracket);
    blanks();
  }

  private void leave(char bracket) {
    expect(bracket);
    depth--;
  }

  /**
   * <pre>
   * string    = %x22 *char %x22
   * char      = unescaped / "\" escape
   * unescaped = %x20-21 / %x23-5B / %x5D-10FFFF
   * </pre>
   */
  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (next() != '"') {
      int start = position;
      boolean escaped = skip('\\');
      append(value, escaped ? escape() : unescaped(), start);
    }
    expect('"');
    if (endsInHighSurrogate(value)) {
      throw problem("Half of a surrogate pair");
    }
    return value.toString();
  }

  /** A UTF-16 low half may only follow a high half, and a high half must be followed by a low. */
  private void append(StringBuilder value, char unit, int start) {
    if (Character.isLowSurrogate(unit) != endsInHighSurrogate(value)) {
      position = start;
      throw problem("Half of a surrogate pair");
    }
    value.append(unit);
  }

  private static boolean endsInHighSurrogate(StringBuilder value) {
    return !value.isEmpty() && Character.isHighSurrogate(value.charAt(value.length() - 1));
  }

  private char unescaped() {
    int unit = next();
    if (unit == END) {
      throw problem("The text ends inside a string");
    }
    if (unit < 0x20) {
      throw problem("A control character in a string must be escaped");
    }
    position++;
    return (char) unit;
  }

  /** {@code escape = %x22 / "\" / "/" / "b" / "f" / "n" / "r" / "t" / "u" 4HEXDIG} */
  private char escape() {
    int unit = next();
    position++;
    return switch (unit) {
      case '"', '\\', '/' -> (char) unit;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
      default -> {
        position--;
        throw problem("No such escape");
      }
    };
  }

  private int hexDigit() {
    int unit = next();
    int digit = unit < 0x80 ? Character.digit(unit, 16) : -1;
    if (digit < 0) {
      throw problem("A hexadecimal digit is expected");
    }
    position++;
    return digit;
  }

  /**
   * <pre>
   * number = [ "-" ] int [ frac ] [ exp ]
   * int    = "0" / ( %x31-39 *DIGIT )
   * frac   = "." 1*DIGIT
   * exp    = ( "e" / "E" ) [ "-" / "+" ] 1*DIGIT
   * </pre>
   */
  private Json number() {
    int start = position;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return new Json.Num(decimal(start));
  }

  private void digits() {
    int start = position;
    while (next() >= '0' && next() <= '9') {
      position++;
    }
    if (position == start) {
      throw problem("A digit is expected");
    }
  }

  private BigDecimal decimal(int start) {
    String number = text.substring(start, position);
    try {
      if (number.length() <= MAX_NUMBER_LENGTH) {
        return new BigDecimal(number);
      }
    } catch (NumberFormatException e) {
      // The exponent does not fit an int: refused below, like any other number without measure.
    }
    position = start;
    throw problem("A number out of range");
  }

  /** {@code ws = *( %x20 / %x09 / %x0A / %x0D )} */
  private void blanks() {
    while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r') {
      position++;
    }
  }

  private int next() {
    return position < text.length() ? text.charAt(position) : END;
  }

  private boolean skip(char expected) {
    boolean found = next() == expected;
    if (found) {
      position++;
    }
    return found;
  }

  private void expect(char expected) {
    if (!skip(expected)) {
      throw problem("'" + expected + "' is expected");
    }
  }

  private JsonException problem(String problem) {
    String before = text.substring(0, Math.min(position, text.length()));
    int line = 1 + (int) before.chars().filter(unit -> unit == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new JsonException(problem, line, column);
  }
}
