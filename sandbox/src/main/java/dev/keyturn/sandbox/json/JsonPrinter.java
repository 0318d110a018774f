package dev.keyturn.sandbox.json;

import java.util.Map;

/** Writes a value as compact JSON. */
final class JsonPrinter {
  private final StringBuilder out = new StringBuilder();

  private JsonPrinter() {}

  static String print(Json json) {
    JsonPrinter printer = new JsonPrinter();
    printer.value(json);
    return printer.out.toString();
  }

  private void value(Json json) {
    if (json instanceof Json.Obj object) {
      object(object);
    } else if (json instanceof Json.Arr array) {
      array(array);
    } else if (json instanceof Json.Str string) {
      string(string.value());
    } else if (json instanceof Json.Num number) {
      out.append(number.value());
    } else if (json instanceof Json.Bool bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  private void object(Json.Obj object) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void array(Json.Arr array) {
    out.append('[');
    String separator = "";
    for (Json item : array.items()) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void string(String value) {
    out.append('"');
    value.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int codePoint) {
    switch (codePoint) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (codePoint < 0x20 || Character.getType(codePoint) == Character.SURROGATE) {
          out.append("\\u%04x".formatted(codePoint));
        } else {
          out.appendCodePoint(codePoint);
        }
      }
    }
  }
}
