package dev.keyturn.cli.command.text;

import dev.keyturn.domain.session.store.Rfc3339;
import java.io.StringWriter;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON answers: one document on one line; times as RFC 3339 in whole seconds with {@code Z}. */
public final class Json {

  private Json() {}

  /** An object whose members {@code members} writes. */
  public static String object(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /** A member that is a text or {@code null}. */
  public static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  /** A member that is a time or {@code null}. */
  public static void time(JsonGenerator json, String name, @Nullable Instant value) {
    text(json, name, value == null ? null : Rfc3339.text(value));
  }
}
