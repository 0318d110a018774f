package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.json.Position;
import java.util.List;

/**
 * One key of a {@code Condition} block with its operator: all conditions of a statement must be
 * met.
 *
 * @param test the operator with its qualifier and suffix
 * @param key the condition key as written; case does not matter
 * @param values one of them must match, or none if the operator is negated
 * @param position where the key is written
 */
public record Condition(Test test, String key, List<TextPattern> values, Position position) {

  /** How a key with several values is compared. */
  public enum Quantifier {
    /** The key has one value. */
    NONE(""),
    /** Each value of the request must match; a request without values matches. */
    FOR_ALL_VALUES("ForAllValues:"),
    /** One value of the request must match. */
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }

    /** What precedes the operator. */
    public String prefix() {
      return prefix;
    }
  }

  /**
   * An operator as a policy writes it.
   *
   * @param ifExists whether a request without the key matches
   */
  public record Test(Quantifier quantifier, Operator operator, boolean ifExists) {

    /** As written: {@code ForAnyValue:StringLikeIfExists}. */
    @Override
    public String toString() {
      return quantifier.prefix() + operator.id() + (ifExists ? "IfExists" : "");
    }
  }

  /** Its display form: {@code BoolIfExists aws:MultiFactorAuthPresent false}. */
  @Override
  public String toString() {
    List<String> texts = values.stream().map(TextPattern::source).toList();
    return test + " " + key + " " + String.join(", ", texts);
  }
}
