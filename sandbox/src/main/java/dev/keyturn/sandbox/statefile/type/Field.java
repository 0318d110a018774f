package dev.keyturn.sandbox.statefile.type;

import dev.keyturn.sandbox.json.Json;
import org.jspecify.annotations.Nullable;

/** A JSON value and its place, which every message about it names. */
public record Field(String place, Json value) {

  /**
   * The value of a member that is required or has a default.
   *
   * @throws StateFileException when it is missing or not of its type
   */
  public <T> T get(Member<T> member) {
    T found = find(member);
    if (found != null) {
      return found;
    }
    T otherwise = member.otherwise();
    if (otherwise == null) {
      throw wrong("\"" + member.name() + "\" is missing");
    }
    return otherwise;
  }

  /** The value of a member, or another one when the member is missing. */
  public <T> T get(Member<T> member, T otherwise) {
    T found = find(member);
    return found == null ? otherwise : found;
  }

  /** The value of a member; null when it is missing or JSON null. */
  public <T> @Nullable T find(Member<T> member) {
    Json found = object().get(member.name());
    return found == null || found instanceof Json.Null
        ? null
        : member.type().read(at(member.name(), found));
  }

  /** Whether the object has no members. */
  public boolean isEmpty() {
    return object().members().isEmpty();
  }

  public StateFileException wrong(String problem) {
    return new StateFileException(place, (place.isEmpty() ? "the state" : place) + ": " + problem);
  }

  /** A problem with the value of a member. */
  public StateFileException wrong(Member<?> member, String problem) {
    return at(member.name(), value).wrong(problem);
  }

  Field at(String name, Json member) {
    return new Field(place.isEmpty() ? name : place + "." + name, member);
  }

  Json.Obj object() {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw wrong("must be an object");
  }
}
