package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.statefile.type.Member;
import dev.keyturn.sandbox.statefile.type.StateMembers;
import dev.keyturn.sandbox.statefile.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON Schema that the table of state members amounts to. */
final class TableSchema {
  private static final String TIME =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?"
          + "(Z|[+-][0-9]{2}:[0-9]{2})$";

  private static final String BASE64 =
      "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}=?)?$";

  /** What the reader checks about several members of an object together. */
  private static final Map<String, String> TOGETHER =
      Map.of(
          "managed",
          """
          {"anyOf": [
            {"required": ["PolicyDocument"]},
            {"required": ["PolicyVersionList"],
             "properties": {"PolicyVersionList": {"minItems": 1}}}]}
          """,
          "fault",
          """
          {"anyOf": [
             {"required": ["Kind"]},
             {"required": ["LatencyMillis"], "properties": {"LatencyMillis": {"minimum": 1}}}],
           "allOf": [
             {"if": {"required": ["Kind"], "properties": {"Kind": {"const": "clock"}}},
              "then": {"required": ["OffsetSeconds"]},
              "else": {"not": {"required": ["OffsetSeconds"]}}},
             {"if":
                {"required": ["Kind"], "properties": {"Kind": {"const": "expired-certificate"}}},
              "then":
                {"properties": {"Action": {"const": "*"}, "LatencyMillis": {"const": 0}}}}]}
          """);

  private final Map<String, Json> definitions = new LinkedHashMap<>();

  private TableSchema() {}

  static Json.Obj ofState() {
    TableSchema schemas = new TableSchema();
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("$schema", text("https://json-schema.org/draft/2020-12/schema"));
    schema.put("title", text("The state of the Keyturn sandbox"));
    schema.put(
        "description",
        text(
            "What --state reads and --save-state writes. The sandbox also checks that AWS would"
                + " accept each policy, that named groups and policies exist, and that names,"
                + " serial numbers and keys are unique. A member that is null counts as missing."));
    schema.putAll(schemas.object(StateMembers.STATE).members());
    schema.put("$defs", new Json.Obj(schemas.definitions));
    return new Json.Obj(schema);
  }

  private Json.Obj object(Type.ObjectType type) {
    Map<String, Json> properties = new LinkedHashMap<>();
    List<Json> required = new ArrayList<>();
    for (Member<?> member : type.members()) {
      properties.put(member.name(), member(member));
      if (member.required()) {
        required.add(text(member.name()));
      }
    }
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("type", text("object"));
    schema.put("properties", new Json.Obj(properties));
    if (!required.isEmpty()) {
      schema.put("required", new Json.Arr(required));
    }
    schema.putAll(((Json.Obj) Json.parse(TOGETHER.getOrDefault(type.name(), "{}"))).members());
    schema.put("additionalProperties", new Json.Bool(false));
    return new Json.Obj(schema);
  }

  private <T> Json member(Member<T> member) {
    Map<String, Json> schema = new LinkedHashMap<>();
    if (!member.description().isEmpty()) {
      schema.put("description", text(member.description()));
    }
    schema.putAll(type(member.type()));
    T otherwise = member.otherwise();
    if (otherwise != null && !(otherwise instanceof List) && !(otherwise instanceof Map)) {
      schema.put("default", member.type().write(otherwise));
    }
    return new Json.Obj(schema);
  }

  private Map<String, Json> type(Type<?> type) {
    if (type instanceof Type.Text text) {
      return text(text);
    }
    if (type instanceof Type.Whole number) {
      return whole(number);
    }
    if (type instanceof Type.Items<?> list) {
      return items(list);
    }
    if (type instanceof Type.ObjectType object) {
      return reference(object);
    }
    if (type instanceof Type.Texts) {
      Map<String, Json> schema = new LinkedHashMap<>(Map.of("type", text("object")));
      schema.put("additionalProperties", new Json.Obj(string(null)));
      return schema;
    }
    if (type instanceof Type.Time) {
      return string(TIME);
    }
    if (type instanceof Type.Bytes) {
      return string(BASE64);
    }
    if (type instanceof Type.Document) {
      return Map.of("type", new Json.Arr(List.of(text("object"), text("string"))));
    }
    return type instanceof Type.Flag ? Map.of("type", text("boolean")) : Map.of();
  }

  private static Map<String, Json> text(Type.Text type) {
    if (!type.choices().isEmpty()) {
      List<Json> choices = new ArrayList<>();
      type.choices().forEach(choice -> choices.add(text(choice)));
      return Map.of("enum", new Json.Arr(choices));
    }
    Map<String, Json> schema = string(type.pattern() == null ? null : "^(" + type.pattern() + ")$");
    if (type.shortest() > 0) {
      schema.put("minLength", number(type.shortest()));
    }
    if (type.longest() < Integer.MAX_VALUE) {
      schema.put("maxLength", number(type.longest()));
    }
    return schema;
  }

  private static Map<String, Json> string(@Nullable String pattern) {
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("type", text("string"));
    if (pattern != null) {
      schema.put("pattern", text(pattern));
    }
    return schema;
  }

  private static Map<String, Json> whole(Type.Whole type) {
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("type", text("integer"));
    schema.put("minimum", number(type.least()));
    schema.put("maximum", number(type.most()));
    return schema;
  }

  private Map<String, Json> items(Type.Items<?> type) {
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("type", text("array"));
    if (type.most() < Integer.MAX_VALUE) {
      schema.put("maxItems", number(type.most()));
    }
    schema.put("items", new Json.Obj(type(type.item())));
    return schema;
  }

  private Map<String, Json> reference(Type.ObjectType type) {
    if (!definitions.containsKey(type.name())) {
      definitions.put(type.name(), object(type));
    }
    return Map.of("$ref", text("#/$defs/" + type.name()));
  }

  private static Json text(String value) {
    return new Json.Str(value);
  }

  private static Json number(int value) {
    return new Json.Num(BigDecimal.valueOf(value));
  }

  /** The document for people: what fits on a line is on one. */
  static String print(Json json) {
    return print(json, "") + "\n";
  }

  private static String print(Json json, String indent) {
    String line = line(json);
    if (line.length() + indent.length() < 90) {
      return line;
    }
    String inner = indent + "  ";
    if (json instanceof Json.Obj object) {
      return object.members().entrySet().stream()
          .map(member -> inner + name(member) + print(member.getValue(), inner))
          .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }
    if (json instanceof Json.Arr array) {
      return array.items().stream()
          .map(item -> inner + print(item, inner))
          .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }
    return line;
  }

  private static String line(Json json) {
    if (json instanceof Json.Obj object) {
      return object.members().entrySet().stream()
          .map(member -> name(member) + line(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return json instanceof Json.Arr array
        ? array.items().stream().map(TableSchema::line).collect(Collectors.joining(", ", "[", "]"))
        : json.print();
  }

  private static String name(Map.Entry<String, Json> member) {
    return text(member.getKey()).print() + ": ";
  }
}
