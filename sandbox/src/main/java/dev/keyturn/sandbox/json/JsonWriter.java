package dev.keyturn.sandbox.json;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes a value as compact JSON. */
final class JsonWriter {
  private JsonWriter() {}

  static String write(Json json) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonReader.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, out);
    }
    return text.toString();
  }

  private static void write(Json json, JsonGenerator out) {
    if (json instanceof Json.Obj object) {
      out.writeStartObject();
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        write(member.getValue(), out.writeName(member.getKey()));
      }
      out.writeEndObject();
    } else if (json instanceof Json.Arr array) {
      out.writeStartArray();
      for (Json item : array.items()) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (json instanceof Json.Str string) {
      out.writeString(string.value());
    } else if (json instanceof Json.Num number) {
      out.writeNumber(number.value());
    } else if (json instanceof Json.Bool bool) {
      out.writeBoolean(bool.value());
    } else {
      out.writeNull();
    }
  }
}
