package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value and where it stands, so that every complaint names its place. */
public record Field(String place, Json value) {

  /**
   * The members of an object.
   *
   * @throws StateFileException when this is no object, or has a member that is not in {@code known}
   */
  public Field object(Set<String> known) {
    for (String name : members().members().keySet()) {
      if (!known.contains(name)) {
        throw new Field(placeOf(name), value)
            .wrong("unknown member; known are " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  /** The member of this name, or null when it is missing or JSON null. */
  public @Nullable Field member(String name) {
    Json member = members().get(name);
    return member == null || member instanceof Json.Null ? null : new Field(placeOf(name), member);
  }

  private String placeOf(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  public @Nullable String text(String name) {
    Field member = member(name);
    return member == null ? null : member.text();
  }

  public String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  public String required(String name) {
    String text = text(name);
    if (text == null || text.isEmpty()) {
      throw wrong("\"" + name + "\" is missing");
    }
    return text;
  }

  public int number(String name, int least, int most, int otherwise) {
    Field member = member(name);
    return member == null ? otherwise : member.number(least, most);
  }

  public boolean flag(String name, boolean otherwise) {
    Field member = member(name);
    if (member == null) {
      return otherwise;
    }
    if (member.value instanceof Json.Bool flag) {
      return flag.value();
    }
    throw member.wrong("must be true or false");
  }

  public Instant time(String name, Instant otherwise) {
    Field member = member(name);
    if (member == null) {
      return otherwise;
    }
    try {
      return Instant.parse(member.text());
    } catch (DateTimeException e) {
      throw member.wrong("must be a time such as 2026-11-21T09:00:00Z");
    }
  }

  /** Each item of the list read by {@code reader}; empty when the member is missing. */
  public <T> List<T> list(String name, Function<Field, T> reader) {
    Field member = member(name);
    List<T> items = new ArrayList<>();
    if (member == null) {
      return items;
    }
    if (!(member.value instanceof Json.Arr array)) {
      throw member.wrong("must be a list");
    }
    for (int i = 0; i < array.items().size(); i++) {
      items.add(reader.apply(new Field(member.place + "[" + i + "]", array.items().get(i))));
    }
    return items;
  }

  /** The texts of an object by their names; empty when the member is missing. */
  Map<String, String> texts(String name) {
    Field member = member(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (member != null) {
      member.members().members().keySet().forEach(key -> texts.put(key, member.text(key, "")));
    }
    return texts;
  }

  public String text() {
    if (value instanceof Json.Str text) {
      return text.value();
    }
    throw wrong("must be a text");
  }

  public int number(int least, int most) {
    if (value instanceof Json.Num number
        && number.value().compareTo(BigDecimal.valueOf(least)) >= 0
        && number.value().compareTo(BigDecimal.valueOf(most)) <= 0
        && number.value().stripTrailingZeros().scale() <= 0) {
      return number.value().intValue();
    }
    throw wrong("must be a whole number from " + least + " to " + most);
  }

  public StateFileException wrong(String problem) {
    return new StateFileException(place, (place.isEmpty() ? "the state" : place) + ": " + problem);
  }

  private Json.Obj members() {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw wrong("must be an object");
  }
}
