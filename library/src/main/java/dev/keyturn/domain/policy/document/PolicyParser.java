package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.json.Json;
import dev.keyturn.domain.json.JsonParser;
import dev.keyturn.domain.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document.
 *
 * <pre>
 * policy = { [ "Version": "2008-10-17" | "2012-10-17" ], [ "Id": string ],
 *            "Statement": statement | [ statement, … ] }
 * </pre>
 */
final class PolicyParser {

  private static final Set<String> ELEMENTS = new TreeSet<>(Set.of("Version", "Id", "Statement"));

  private final Mistakes mistakes;

  PolicyParser(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Policy parse(String text) {
    Json document = json(text);
    return policy(document, kind(document));
  }

  Policy parse(String text, PolicyKind kind) {
    return policy(json(text), kind);
  }

  private Json json(String text) {
    try {
      return JsonParser.parse(text);
    } catch (JsonSyntaxException mistake) {
      throw mistakes.at(mistake.position(), mistake.rule(), "a policy is a JSON object");
    }
  }

  private Policy policy(Json document, PolicyKind kind) {
    LanguageVersion version = LanguageVersion.V2008;
    Json statements = null;
    for (Json.Member member : mistakes.members("a policy", document, ELEMENTS)) {
      switch (member.name()) {
        case "Version" -> version = version(member.value());
        case "Id" -> mistakes.text("Id", member.value());
        default -> statements = member.value();
      }
    }
    return new Policy(
        mistakes.document(), kind, version, statements(document, statements, kind, version));
  }

  private LanguageVersion version(Json value) {
    String text = mistakes.text("Version", value);
    for (LanguageVersion version : LanguageVersion.values()) {
      if (version.id().equals(text)) {
        return version;
      }
    }
    throw mistakes.at(
        value.position(),
        "Version must be \"2012-10-17\" or \"2008-10-17\"",
        "\"Version\": \"2012-10-17\"");
  }

  private List<Statement> statements(
      Json document, @Nullable Json value, PolicyKind kind, LanguageVersion version) {
    if (value == null || Mistakes.elements(value).isEmpty()) {
      throw mistakes.at(
          value == null ? document.position() : value.position(),
          "a policy needs a statement",
          "add \"Statement\": [{\"Effect\": …}]");
    }
    StatementParser parser = new StatementParser(mistakes, kind, version);
    List<Statement> statements = new ArrayList<>();
    Set<String> sids = new HashSet<>();
    for (Json element : Mistakes.elements(value)) {
      Statement statement = parser.parse(element, statements.size() + 1);
      requireUnique(statement.id(), sids);
      statements.add(statement);
    }
    return List.copyOf(statements);
  }

  private void requireUnique(StatementId id, Set<String> sids) {
    String sid = id.sid();
    if (sid != null && !sid.isEmpty() && !sids.add(sid)) {
      throw mistakes.at(
          id.position(), "two statements have the Sid \"" + sid + "\"", "change one of them");
    }
  }

  /** Decided by the form of the first statement; the parser of that kind refuses the rest. */
  private static PolicyKind kind(Json document) {
    Json first = member(document, "Statement");
    if (first instanceof Json.ArrayValue array && !array.elements().isEmpty()) {
      first = array.elements().get(0);
    }
    if (!has(first, "Principal") && !has(first, "NotPrincipal")) {
      return PolicyKind.IDENTITY;
    }
    return has(first, "Resource") || has(first, "NotResource")
        ? PolicyKind.RESOURCE
        : PolicyKind.TRUST;
  }

  private static boolean has(@Nullable Json value, String name) {
    return member(value, name) != null;
  }

  private static @Nullable Json member(@Nullable Json value, String name) {
    if (value instanceof Json.ObjectValue object) {
      for (Json.Member member : object.members()) {
        if (member.name().equals(name)) {
          return member.value();
        }
      }
    }
    return null;
  }
}
