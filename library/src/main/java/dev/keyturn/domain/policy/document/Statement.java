package dev.keyturn.domain.policy.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param principals null in the kinds of policy that name none
 * @param resources null in a trust policy, which belongs to one role
 */
public record Statement(
    StatementId id,
    Effect effect,
    @Nullable Principals principals,
    Names actions,
    @Nullable Names resources,
    List<Condition> conditions) {

  /** Its conditions on one of {@code keys}, whose case does not matter. */
  public List<Condition> conditionsOn(String... keys) {
    return conditions.stream()
        .filter(condition -> List.of(keys).stream().anyMatch(condition.key()::equalsIgnoreCase))
        .toList();
  }
}
