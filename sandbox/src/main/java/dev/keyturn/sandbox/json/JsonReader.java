package dev.keyturn.sandbox.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads documents with Jackson. Its messages repeat the text, which may be secret: ours do not. */
final class JsonReader {
  static final int MAX_DEPTH = 100;
  static final int MAX_NUMBER_LENGTH = 1000;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Json read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(parser).document();
    }
  }

  /**
   * The line on which the value at a place of a valid document begins.
   *
   * @param place such as {@code Accounts[0].Users[1].Path}; empty for the whole document
   * @return the line, counted from 1; 1 when there is no such place
   */
  static int lineOf(String place, String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.PROPERTY_NAME && place(parser.streamReadContext()).equals(place)) {
          return parser.currentTokenLocation().getLineNr();
        }
      }
      return 1;
    }
  }

  private static String place(@Nullable TokenStreamContext context) {
    if (context == null) {
      return "";
    }
    String outer = place(context.getParent());
    if (context.inObject() && context.hasCurrentName()) {
      return outer.isEmpty() ? context.currentName() : outer + "." + context.currentName();
    }
    return context.inArray() && context.hasCurrentIndex()
        ? outer + "[" + context.getCurrentIndex() + "]"
        : outer;
  }

  private Json document() {
    try {
      if (parser.nextToken() == null) {
        throw new JsonException("the text is empty", parser.currentLocation());
      }
      Json value = value();
      if (parser.nextToken() != null) {
        throw problem("text after the end of the value");
      }
      return value;
    } catch (UnexpectedEndOfInputException e) {
      throw new JsonException("the text ends inside a value", parser.currentLocation());
    } catch (StreamConstraintsException e) {
      String problem =
          "nested deeper than %d levels, or a number of more than %d characters"
              .formatted(MAX_DEPTH, MAX_NUMBER_LENGTH);
      throw new JsonException(problem, parser.currentLocation());
    } catch (JacksonException e) {
      throw new JsonException("not valid JSON", e.getLocation());
    }
  }

  private Json value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new Json.Str(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(number());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw problem("not valid JSON");
    };
  }

  private Json object() {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = text();
      if (members.containsKey(name)) {
        throw problem("a second member of the same name");
      }
      parser.nextToken();
      members.put(name, value());
    }
    return new Json.Obj(members);
  }

  private Json array() {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Json.Arr(items);
  }

  /** A name or a string. An escape can be half of a surrogate pair, which no UTF-8 can express. */
  private String text() {
    String text = parser.getString();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          throw problem("half of a surrogate pair");
        }
        i++;
      }
    }
    return text;
  }

  private BigDecimal number() {
    try {
      return parser.getDecimalValue();
    } catch (JacksonException | NumberFormatException e) {
      throw problem("a number out of range");
    }
  }

  private JsonException problem(String problem) {
    return new JsonException(problem, parser.currentTokenLocation());
  }
}
