package dev.keyturn.domain.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads JSON as RFC 8259 defines it, with two additional rules: names in an object are unique (RFC
 * 7493), and values are nested at most {@value #DEEPEST} deep. A byte order mark at the start is
 * skipped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonParser {

  private static final int DEEPEST = 100;

  private final Cursor cursor;
  private int depth;

  private JsonParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * The single value in {@code text}.
   *
   * @throws JsonSyntaxException at the first character that does not fit
   */
  public static Json parse(String text) throws JsonSyntaxException {
    Cursor cursor = new Cursor(text.startsWith("\ufeff") ? text.substring(1) : text);
    Json value = new JsonParser(cursor).value();
    if (!cursor.atEnd()) {
      throw cursor.expected("nothing after the value");
    }
    return value;
  }

  /** A value with the white space around it. */
  private Json value() throws JsonSyntaxException {
    cursor.skipBlanks();
    if (++depth > DEEPEST) {
      throw cursor.mistake("values are nested more than " + DEEPEST + " deep");
    }
    Position position = cursor.position();
    Json value =
        switch (cursor.peek()) {
          case '{' -> object(position);
          case '[' -> array(position);
          case '"' -> new Json.StringValue(position, JsonStrings.read(cursor));
          default -> scalar(position);
        };
    depth--;
    cursor.skipBlanks();
    return value;
  }

  private Json object(Position position) throws JsonSyntaxException {
    List<Json.Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    cursor.next();
    cursor.skipBlanks();
    if (!cursor.skip("}")) {
      do {
        Json.Member member = member();
        if (!names.add(member.name())) {
          throw new JsonSyntaxException(
              member.position(), "\"" + member.name() + "\" occurs twice in one object");
        }
        members.add(member);
      } while (cursor.skip(","));
      require("}", "',' or '}'");
    }
    return new Json.ObjectValue(position, List.copyOf(members));
  }

  private Json.Member member() throws JsonSyntaxException {
    cursor.skipBlanks();
    Position position = cursor.position();
    if (cursor.peek() != '"') {
      throw cursor.expected("a name in double quotes");
    }
    String name = JsonStrings.read(cursor);
    cursor.skipBlanks();
    require(":", "':'");
    return new Json.Member(position, name, value());
  }

  private Json array(Position position) throws JsonSyntaxException {
    List<Json> elements = new ArrayList<>();
    cursor.next();
    cursor.skipBlanks();
    if (!cursor.skip("]")) {
      do {
        elements.add(value());
      } while (cursor.skip(","));
      require("]", "',' or ']'");
    }
    return new Json.ArrayValue(position, List.copyOf(elements));
  }

  private Json scalar(Position position) throws JsonSyntaxException {
    if (cursor.skip("true")) {
      return new Json.BooleanValue(position, true);
    }
    if (cursor.skip("false")) {
      return new Json.BooleanValue(position, false);
    }
    if (cursor.skip("null")) {
      return new Json.NullValue(position);
    }
    if (cursor.peek() != '-' && !isDigit(cursor.peek())) {
      throw cursor.expected("a value");
    }
    return new Json.NumberValue(position, number());
  }

  private String number() throws JsonSyntaxException {
    StringBuilder literal = new StringBuilder();
    copyIf("-", literal);
    if (cursor.peek() == '0') {
      literal.append(cursor.next());
    } else {
      digits(literal);
    }
    if (copyIf(".", literal)) {
      digits(literal);
    }
    if (copyIf("eE", literal)) {
      copyIf("+-", literal);
      digits(literal);
    }
    return literal.toString();
  }

  private boolean copyIf(String oneOf, StringBuilder target) {
    boolean found = oneOf.indexOf(cursor.peek()) >= 0;
    if (found) {
      target.append(cursor.next());
    }
    return found;
  }

  private void digits(StringBuilder target) throws JsonSyntaxException {
    if (!isDigit(cursor.peek())) {
      throw cursor.expected("a digit");
    }
    while (isDigit(cursor.peek())) {
      target.append(cursor.next());
    }
  }

  private void require(String token, String expected) throws JsonSyntaxException {
    if (!cursor.skip(token)) {
      throw cursor.expected(expected);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
