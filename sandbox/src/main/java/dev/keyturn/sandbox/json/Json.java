package dev.keyturn.sandbox.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value. Immutable, safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public sealed interface Json {

  /** An object; its members keep the order in which they were written. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The value of the member of this name, or null when there is none. */
    public @Nullable Json get(String name) {
      return members.get(name);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string. */
  record Str(String value) implements Json {}

  /** A number, as exact as it was written. */
  record Num(BigDecimal value) implements Json {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}

  /**
   * Reads one document.
   *
   * @throws JsonException when the text is not exactly one JSON value, has two members of one name
   *     in an object, is nested deeper than {@value JsonReader#MAX_DEPTH} levels, or contains half
   *     of a surrogate pair or a number of more than {@value JsonReader#MAX_NUMBER_LENGTH}
   *     characters
   */
  static Json parse(String text) {
    return JsonReader.read(text);
  }

  /**
   * The line on which the value at a place of a valid document begins, counted from 1.
   *
   * @param place such as {@code Accounts[0].Users[1].Path}; empty for the whole document
   */
  static int lineOf(String place, String text) {
    return JsonReader.lineOf(place, text);
  }

  /** Compact text without spaces; {@link #parse} reads it back to an equal value. */
  default String print() {
    return JsonWriter.write(this);
  }
}
