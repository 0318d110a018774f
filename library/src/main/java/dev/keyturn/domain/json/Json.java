package dev.keyturn.domain.json;

import java.util.List;

/** A JSON value and where it begins. */
public sealed interface Json {

  /** The place of its first character. */
  Position position();

  /** Its type in the terms of RFC 8259: {@code an object}, {@code a string}. */
  String kind();

  /**
   * An object.
   *
   * @param members in the order of the text; names are unique
   */
  record ObjectValue(Position position, List<Member> members) implements Json {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** A name with its value; the position is that of the name. */
  record Member(Position position, String name, Json value) {}

  /** An array. */
  record ArrayValue(Position position, List<Json> elements) implements Json {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** A string, its escapes resolved. */
  record StringValue(Position position, String text) implements Json {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A number, as it is written. */
  record NumberValue(Position position, String literal) implements Json {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** {@code true} or {@code false}. */
  record BooleanValue(Position position, boolean value) implements Json {
    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /** {@code null}. */
  record NullValue(Position position) implements Json {
    @Override
    public String kind() {
      return "null";
    }
  }
}
