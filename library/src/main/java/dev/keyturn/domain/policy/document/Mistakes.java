package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.json.Json;
import dev.keyturn.domain.json.Position;
import java.util.List;
import java.util.Set;

/**
 * Creates the failures of one document.
 *
 * @param document its name
 */
record Mistakes(String document) {

  FailureException at(Position position, String rule, String repair) {
    String place = "column " + position.column() + ": " + rule;
    return new FileFailure.Broken(document, position.line(), place, repair).exception();
  }

  FailureException expected(String what, String element, Json found) {
    return at(
        found.position(),
        element + " must be " + what + ", not " + found.kind(),
        "write " + what + " as the value of " + element);
  }

  /** The members of an object; unknown ones are refused. */
  List<Json.Member> members(String element, Json value, Set<String> known) {
    List<Json.Member> members = members(element, value);
    for (Json.Member member : members) {
      if (!known.contains(member.name())) {
        throw at(
            member.position(),
            "\"" + member.name() + "\" is not an element of " + element,
            "known elements: " + String.join(", ", known));
      }
    }
    return members;
  }

  List<Json.Member> members(String element, Json value) {
    if (value instanceof Json.ObjectValue object) {
      return object.members();
    }
    throw expected("an object", element, value);
  }

  /** The elements of an array; a single value is an array of one. */
  static List<Json> elements(Json value) {
    return value instanceof Json.ArrayValue array ? array.elements() : List.of(value);
  }

  String text(String element, Json value) {
    if (value instanceof Json.StringValue string) {
      return string.text();
    }
    throw expected("a string", element, value);
  }
}
