package dev.keyturn.sandbox.query;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answers of STS to a client that accepts JSON: the tree of the XML, times as numbers. */
final class JsonAnswer {
  private JsonAnswer() {}

  static String answer(String action, Structure result, String requestId) {
    Members response = new Members();
    if (!result.isEmpty()) {
      response.jsonIf(action + "Result", object(result.members()));
    }
    response.jsonIf("ResponseMetadata", new Members().text("RequestId", requestId).json());
    return new Members().jsonIf(action + "Response", response.json()).json().print();
  }

  static String error(AwsError error, String requestId) {
    Json body =
        new Members()
            .text("Code", error.code())
            .text("Message", error.text())
            .text("Type", error.status() < 500 ? "Sender" : "Receiver")
            .json();
    return new Members().jsonIf("Error", body).text("RequestId", requestId).json().print();
  }

  private static Json object(Map<String, Structure.Value> values) {
    Map<String, Json> members = new LinkedHashMap<>();
    values.forEach((name, value) -> members.put(name, json(value)));
    return new Json.Obj(members);
  }

  private static Json json(Structure.Value value) {
    if (value instanceof Structure.Text text) {
      return new Json.Str(text.value());
    }
    if (value instanceof Structure.Time time) {
      return new Json.Num(BigDecimal.valueOf(time.value().getEpochSecond()));
    }
    if (value instanceof Structure.Whole number) {
      return new Json.Num(BigDecimal.valueOf(number.value()));
    }
    if (value instanceof Structure.Flag flag) {
      return new Json.Bool(flag.value());
    }
    if (value instanceof Structure.Entries entries) {
      return object(entries.values());
    }
    return value instanceof Structure.Members list
        ? new Json.Arr(list.values().stream().map(JsonAnswer::json).toList())
        : object(((Structure.Nested) value).value().members());
  }
}
