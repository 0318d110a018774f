package dev.keyturn.sandbox.statefile.type;

import dev.keyturn.sandbox.clock.Timestamps;
import dev.keyturn.sandbox.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value of a state file must be, how it is read and how it is written. */
public sealed interface Type<T> {

  /**
   * The value at this place.
   *
   * @throws StateFileException when it is not of this type
   */
  T read(Field field);

  Json write(T value);

  /** Any text, empty or not. */
  Text TEXT = new Text(0, Integer.MAX_VALUE, null, "", List.of());

  /** A text that is not empty. */
  Text SOME_TEXT = new Text(1, Integer.MAX_VALUE, null, "", List.of());

  Flag FLAG = new Flag();
  Time TIME = new Time();
  Document DOCUMENT = new Document();
  Ignored IGNORED = new Ignored();

  /** A text that a pattern describes; {@code rule} says so in the message for any other. */
  static Text matching(String pattern, String rule) {
    return new Text(0, Integer.MAX_VALUE, Pattern.compile(pattern), rule, List.of());
  }

  static Text oneOf(List<String> choices) {
    return new Text(0, Integer.MAX_VALUE, null, "", choices);
  }

  /** A text of so many characters. */
  static Text ofLength(int shortest, int longest) {
    return new Text(shortest, longest, null, "", List.of());
  }

  /** A whole number in this range, both ends included. */
  static Whole whole(int least, int most) {
    return new Whole(least, most);
  }

  static <T> Items<T> listOf(Type<T> item) {
    return new Items<>(item, Integer.MAX_VALUE);
  }

  /** A text, within all limits that are set. */
  record Text(
      int shortest, int longest, @Nullable Pattern pattern, String rule, List<String> choices)
      implements Type<String> {

    @Override
    public String read(Field field) {
      if (!(field.value() instanceof Json.Str text)) {
        throw field.wrong("must be a text");
      }
      check(field, text.value());
      return text.value();
    }

    private void check(Field field, String text) {
      if (!choices.isEmpty() && !choices.contains(text)) {
        throw field.wrong("must be one of " + String.join(", ", choices));
      }
      if (pattern != null && !pattern.matcher(text).matches()) {
        throw field.wrong(rule);
      }
      if (text.length() < shortest || text.length() > longest) {
        throw field.wrong(
            longest == Integer.MAX_VALUE
                ? "must not be empty"
                : "must have " + shortest + " to " + longest + " characters");
      }
    }

    @Override
    public Json write(String value) {
      return new Json.Str(value);
    }
  }

  record Whole(int least, int most) implements Type<Integer> {
    @Override
    public Integer read(Field field) {
      if (field.value() instanceof Json.Num number
          && number.value().compareTo(BigDecimal.valueOf(least)) >= 0
          && number.value().compareTo(BigDecimal.valueOf(most)) <= 0
          && number.value().stripTrailingZeros().scale() <= 0) {
        return number.value().intValue();
      }
      throw field.wrong("must be a whole number from " + least + " to " + most);
    }

    @Override
    public Json write(Integer value) {
      return new Json.Num(BigDecimal.valueOf(value));
    }
  }

  record Flag() implements Type<Boolean> {
    @Override
    public Boolean read(Field field) {
      if (field.value() instanceof Json.Bool flag) {
        return flag.value();
      }
      throw field.wrong("must be true or false");
    }

    @Override
    public Json write(Boolean value) {
      return new Json.Bool(value);
    }
  }

  /** A time with its zone; written in whole seconds. */
  record Time() implements Type<Instant> {
    @Override
    public Instant read(Field field) {
      try {
        return Instant.parse(TEXT.read(field));
      } catch (DateTimeException e) {
        throw field.wrong("must be a time such as 2026-11-21T09:00:00Z");
      }
    }

    @Override
    public Json write(Instant value) {
      return new Json.Str(Timestamps.text(value));
    }
  }

  /** Bytes in base64. */
  record Bytes() implements Type<byte[]> {
    @Override
    public byte[] read(Field field) {
      try {
        return Base64.getDecoder().decode(TEXT.read(field));
      } catch (IllegalArgumentException e) {
        throw field.wrong("must be base64");
      }
    }

    @Override
    public Json write(byte[] value) {
      return new Json.Str(Base64.getEncoder().encodeToString(value));
    }
  }

  /**
   * A policy: an object, or a text that contains one, which IAM answers as it was given. Its text
   * is returned unchecked.
   */
  record Document() implements Type<String> {
    @Override
    public String read(Field field) {
      if (field.value() instanceof Json.Obj object) {
        return object.print();
      }
      if (field.value() instanceof Json.Str text) {
        return text.value();
      }
      throw field.wrong("must be a policy: an object, or a text that contains one");
    }

    @Override
    public Json write(String value) {
      Json parsed = Json.parse(value);
      return parsed.print().equals(value) ? parsed : new Json.Str(value);
    }
  }

  /** Texts by names that are not known before. */
  record Texts() implements Type<Map<String, String>> {
    @Override
    public Map<String, String> read(Field field) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Map.Entry<String, Json> entry : field.object().members().entrySet()) {
        texts.put(entry.getKey(), TEXT.read(field.at(entry.getKey(), entry.getValue())));
      }
      return texts;
    }

    @Override
    public Json write(Map<String, String> value) {
      Map<String, Json> members = new LinkedHashMap<>();
      value.forEach((name, text) -> members.put(name, new Json.Str(text)));
      return new Json.Obj(members);
    }
  }

  /** A list of so many items at most. */
  record Items<T>(Type<T> item, int most) implements Type<List<T>> {
    public Items<T> atMost(int number) {
      return new Items<>(item, number);
    }

    @Override
    public List<T> read(Field field) {
      if (!(field.value() instanceof Json.Arr array)) {
        throw field.wrong("must be a list");
      }
      if (array.items().size() > most) {
        throw field.wrong("must not have more than " + most + " items");
      }
      List<T> items = new ArrayList<>();
      for (int i = 0; i < array.items().size(); i++) {
        items.add(item.read(new Field(field.place() + "[" + i + "]", array.items().get(i))));
      }
      return items;
    }

    @Override
    public Json write(List<T> value) {
      return new Json.Arr(value.stream().map(item::write).toList());
    }
  }

  /** Something that is not read: another member says the same. */
  record Ignored() implements Type<Json> {
    @Override
    public Json read(Field field) {
      return field.value();
    }

    @Override
    public Json write(Json value) {
      return value;
    }
  }

  /** An object with these members and no others. */
  final class ObjectType implements Type<Field> {
    private final String name;
    private final Map<String, Member<?>> members = new LinkedHashMap<>();

    /**
     * An object.
     *
     * @param name for the JSON Schema
     */
    public ObjectType(String name, Member<?>... members) {
      this.name = name;
      for (Member<?> member : members) {
        this.members.put(member.name(), member);
      }
    }

    public String name() {
      return name;
    }

    /** The members in the order of their declarations. */
    public List<Member<?>> members() {
      return List.copyOf(members.values());
    }

    /** The object itself, once it has no unknown member. */
    @Override
    public Field read(Field field) {
      for (Map.Entry<String, Json> entry : field.object().members().entrySet()) {
        if (!members.containsKey(entry.getKey())) {
          throw field
              .at(entry.getKey(), entry.getValue())
              .wrong("unknown member; known members are " + String.join(", ", members.keySet()));
        }
      }
      return field;
    }

    @Override
    public Json write(Field value) {
      return value.value();
    }
  }
}
