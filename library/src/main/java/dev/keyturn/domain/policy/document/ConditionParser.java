package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions.
 *
 * <pre>
 * conditions = { operator: { key: value | [ value, … ], … }, … }
 * operator   = [ "ForAllValues:" | "ForAnyValue:" ] name [ "IfExists" ]
 * value      = string | number | boolean
 * </pre>
 */
final class ConditionParser {

  private static final String IF_EXISTS = "IfExists";

  private final Mistakes mistakes;
  private final LanguageVersion version;

  ConditionParser(Mistakes mistakes, LanguageVersion version) {
    this.mistakes = mistakes;
    this.version = version;
  }

  List<Condition> parse(Json value) {
    List<Condition> conditions = new ArrayList<>();
    for (Json.Member operator : mistakes.members("Condition", value)) {
      Condition.Test test = test(operator);
      for (Json.Member key : mistakes.members(operator.name(), operator.value())) {
        conditions.add(
            new Condition(test, key.name(), values(test.operator(), key), key.position()));
      }
    }
    return List.copyOf(conditions);
  }

  private Condition.Test test(Json.Member member) {
    Condition.Quantifier quantifier = quantifier(member.name());
    String name = member.name().substring(quantifier.prefix().length());
    boolean ifExists = name.endsWith(IF_EXISTS);
    Operator operator =
        operator(ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name);
    if (operator == null || (operator == Operator.NULL && ifExists)) {
      throw mistakes.at(
          member.position(),
          "'" + member.name() + "' is not a condition operator",
          "such as StringEquals, StringLike, Bool, BoolIfExists, NumericLessThan, Null");
    }
    return new Condition.Test(quantifier, operator, ifExists);
  }

  private static Condition.Quantifier quantifier(String name) {
    for (Condition.Quantifier quantifier : Condition.Quantifier.values()) {
      if (quantifier != Condition.Quantifier.NONE && name.startsWith(quantifier.prefix())) {
        return quantifier;
      }
    }
    return Condition.Quantifier.NONE;
  }

  private static @Nullable Operator operator(String name) {
    for (Operator operator : Operator.values()) {
      if (operator.id().equals(name)) {
        return operator;
      }
    }
    return null;
  }

  private List<TextPattern> values(Operator operator, Json.Member key) {
    List<TextPattern> values = new ArrayList<>();
    for (Json value : Mistakes.elements(key.value())) {
      String text = text(key.name(), value);
      if (operator.type() == Operator.Type.DATE && Dates.parse(text) == null) {
        throw mistakes.at(
            value.position(), "'" + text + "' is not a date", "write 2026-11-21T09:30:00Z");
      }
      values.add(TextPattern.of(text, version));
    }
    return List.copyOf(values);
  }

  private String text(String key, Json value) {
    if (value instanceof Json.StringValue string) {
      return string.text();
    }
    if (value instanceof Json.NumberValue number) {
      return number.literal();
    }
    if (value instanceof Json.BooleanValue bool) {
      return Boolean.toString(bool.value());
    }
    throw mistakes.expected("a string, number or boolean", key, value);
  }
}
