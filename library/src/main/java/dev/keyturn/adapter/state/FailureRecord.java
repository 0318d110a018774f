package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.Failure;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure as the fields of a record: its kind, and each of its facts under the fact's name. */
final class FailureRecord {

  private static final String KIND = "kind";

  private FailureRecord() {}

  static Map<String, String> fields(Failure failure) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(KIND, kind(failure.getClass()));
    for (RecordComponent fact : failure.getClass().getRecordComponents()) {
      Object value = read(fact, failure);
      if (value != null) {
        fields.put(fact.getName(), text(value));
      }
    }
    return fields;
  }

  /** The failure; nothing for fields that another version of Keyturn wrote. */
  static Optional<Failure> failure(Map<String, String> fields) {
    return kinds(Failure.class)
        .filter(type -> kind(type).equals(fields.get(KIND)))
        .findFirst()
        .flatMap(type -> make(type, fields));
  }

  private static String kind(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1);
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(FailureRecord::kinds);
  }

  private static @Nullable Object read(RecordComponent fact, Failure failure) {
    try {
      return fact.getAccessor().invoke(failure);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Failure> make(Class<?> type, Map<String, String> fields) {
    RecordComponent[] facts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(facts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Object[] values =
          Arrays.stream(facts)
              .map(fact -> value(fact.getType(), fields.get(fact.getName())))
              .toArray();
      return Optional.of((Failure) type.getDeclaredConstructor(types).newInstance(values));
    } catch (NumberFormatException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object value) {
    return value instanceof List<?> texts
        ? String.join("\n", texts.stream().map(String::valueOf).toList())
        : value.toString();
  }

  private static @Nullable Object value(Class<?> type, @Nullable String text) {
    if (type == boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == List.class) {
      return text == null ? List.of() : List.of(text.split("\n", -1));
    }
    if (type == int.class) {
      return Integer.valueOf(String.valueOf(text));
    }
    return type == long.class ? Long.valueOf(String.valueOf(text)) : text;
  }
}
