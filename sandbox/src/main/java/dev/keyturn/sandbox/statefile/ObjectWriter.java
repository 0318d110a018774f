package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.statefile.type.Field;
import dev.keyturn.sandbox.statefile.type.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes an object of a state, member by member. */
final class ObjectWriter {
  private final Map<String, Json> members = new LinkedHashMap<>();

  /** Adds a member; null leaves it out. */
  <T> ObjectWriter with(Member<T> member, @Nullable T value) {
    if (value != null) {
      members.put(member.name(), member.type().write(value));
    }
    return this;
  }

  /** Adds an object as a member; null leaves it out. */
  ObjectWriter withObject(Member<Field> member, @Nullable Json object) {
    if (object != null) {
      members.put(member.name(), object);
    }
    return this;
  }

  /** Adds a list of objects, also an empty one. */
  <T> ObjectWriter withAll(
      Member<List<Field>> member, Collection<T> values, Function<T, Json> writer) {
    List<Json> items = new ArrayList<>();
    for (T value : values) {
      items.add(writer.apply(value));
    }
    members.put(member.name(), new Json.Arr(items));
    return this;
  }

  /** Adds a list of objects unless it is empty. */
  <T> ObjectWriter withAny(
      Member<List<Field>> member, Collection<T> values, Function<T, Json> writer) {
    return values.isEmpty() ? this : withAll(member, values, writer);
  }

  Json json() {
    return new Json.Obj(members);
  }
}
