package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a statement.
 *
 * <pre>
 * statement = { [ "Sid": string ], "Effect": "Allow" | "Deny",
 *               [ "Principal" | "NotPrincipal": principals ],
 *               "Action" | "NotAction": string | [ string, … ],
 *               [ "Resource" | "NotResource": string | [ string, … ] ],
 *               [ "Condition": conditions ] }
 * </pre>
 */
final class StatementParser {

  private static final Set<String> ELEMENTS =
      new TreeSet<>(
          Set.of(
              "Sid",
              "Effect",
              "Principal",
              "NotPrincipal",
              "Action",
              "NotAction",
              "Resource",
              "NotResource",
              "Condition"));

  private final Mistakes mistakes;
  private final PolicyKind kind;
  private final NameParser names;
  private final PrincipalParser principals;
  private final ConditionParser conditions;

  StatementParser(Mistakes mistakes, PolicyKind kind, LanguageVersion version) {
    this.mistakes = mistakes;
    this.kind = kind;
    this.names = new NameParser(mistakes, version);
    this.principals = new PrincipalParser(mistakes);
    this.conditions = new ConditionParser(mistakes, version);
  }

  Statement parse(Json value, int number) {
    Map<String, Json.Member> elements = new TreeMap<>();
    for (Json.Member member : mistakes.members("a statement", value, ELEMENTS)) {
      elements.put(member.name(), member);
    }
    Effect effect = effect(value, elements.get("Effect"));
    return new Statement(
        new StatementId(mistakes.document(), number, sid(elements.get("Sid")), value.position()),
        effect,
        principals(value, effect, elements),
        names.actions(require(value, elements, "Action")),
        resources(value, elements),
        conditions(elements.get("Condition")));
  }

  private @Nullable String sid(Json.@Nullable Member member) {
    if (member == null) {
      return null;
    }
    String sid = mistakes.text("Sid", member.value());
    if (kind != PolicyKind.RESOURCE && !Ascii.isAlphanumeric(sid)) {
      throw mistakes.at(
          member.value().position(),
          "Sid may contain only letters and digits",
          "remove the other characters from the Sid");
    }
    return sid;
  }

  private Effect effect(Json statement, Json.@Nullable Member member) {
    String text = member == null ? "" : mistakes.text("Effect", member.value());
    for (Effect effect : Effect.values()) {
      if (effect.id().equals(text)) {
        return effect;
      }
    }
    throw mistakes.at(
        member == null ? statement.position() : member.value().position(),
        member == null ? "a statement needs an Effect" : "Effect must be \"Allow\" or \"Deny\"",
        "\"Effect\": \"Allow\"");
  }

  private @Nullable Principals principals(
      Json statement, Effect effect, Map<String, Json.Member> elements) {
    if (kind.namesPrincipals()) {
      Json.Member member = require(statement, elements, "Principal");
      requireUsable(member, effect);
      return principals.parse(member);
    }
    forbid(elements, "Principal");
    forbid(elements, "NotPrincipal");
    return null;
  }

  /** AWS supports NotPrincipal with Deny alone, and in no trust policy. */
  private void requireUsable(Json.Member member, Effect effect) {
    if (member.name().equals("NotPrincipal")
        && (kind == PolicyKind.TRUST || effect == Effect.ALLOW)) {
      throw mistakes.at(
          member.position(),
          kind == PolicyKind.TRUST
              ? "a trust policy cannot contain NotPrincipal"
              : "NotPrincipal cannot be used with Allow",
          "use Principal");
    }
  }

  private @Nullable Names resources(Json statement, Map<String, Json.Member> elements) {
    if (kind != PolicyKind.TRUST) {
      return names.resources(require(statement, elements, "Resource"));
    }
    forbid(elements, "Resource");
    forbid(elements, "NotResource");
    return null;
  }

  private List<Condition> conditions(Json.@Nullable Member member) {
    return member == null ? List.of() : conditions.parse(member.value());
  }

  private void forbid(Map<String, Json.Member> elements, String name) {
    Json.Member member = elements.get(name);
    if (member != null) {
      throw mistakes.at(
          member.position(),
          "the statements of this " + kind.description() + " cannot contain " + name,
          "remove " + name);
    }
  }

  /** The element or its {@code Not…} form, of which a statement has exactly one. */
  private Json.Member require(Json statement, Map<String, Json.Member> elements, String name) {
    Json.Member plain = elements.get(name);
    Json.Member excluded = elements.get("Not" + name);
    if (plain != null && excluded != null) {
      throw mistakes.at(
          excluded.position(),
          "a statement cannot contain both " + name + " and Not" + name,
          "remove one of them");
    }
    Json.Member member = plain == null ? excluded : plain;
    if (member == null) {
      throw mistakes.at(
          statement.position(),
          "a statement of this " + kind.description() + " needs " + name + " or Not" + name,
          "add \"" + name + "\": …");
    }
    return member;
  }
}
