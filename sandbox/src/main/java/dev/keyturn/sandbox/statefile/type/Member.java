package dev.keyturn.sandbox.statefile.type;

import org.jspecify.annotations.Nullable;

/**
 * One member of an object of a state file.
 *
 * @param otherwise the value when the member is missing; null when there is none, or when it
 *     depends on something else
 * @param description for the JSON Schema; empty when the name says it all
 */
public record Member<T>(
    String name, Type<T> type, boolean required, @Nullable T otherwise, String description) {

  /** A member that must be there. */
  public static <T> Member<T> required(String name, Type<T> type) {
    return new Member<>(name, type, true, null, "");
  }

  /** A member that can be missing. */
  public static <T> Member<T> optional(String name, Type<T> type) {
    return new Member<>(name, type, false, null, "");
  }

  /** The same with a default. */
  public Member<T> or(T value) {
    return new Member<>(name, type, required, value, description);
  }

  public Member<T> described(String text) {
    return new Member<>(name, type, required, otherwise, text);
  }
}
