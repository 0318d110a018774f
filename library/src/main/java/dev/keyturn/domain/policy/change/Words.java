package dev.keyturn.domain.policy.change;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Names;
import dev.keyturn.domain.policy.document.Principals;
import dev.keyturn.domain.policy.document.Statement;
import dev.keyturn.domain.policy.document.TextPattern;
import java.util.List;

/** Parts of statements in display form. */
final class Words {

  private Words() {}

  static String actionsAndResources(Statement statement) {
    Names resources = statement.resources();
    String actions = String.join(", ", each(statement.actions()));
    return resources == null ? actions : actions + " on " + String.join(", ", each(resources));
  }

  /** One text for each name; a single one for all excluded names. */
  static List<String> each(Names names) {
    List<String> texts = names.patterns().stream().map(TextPattern::source).toList();
    return names.excluded() ? List.of(allExcept(texts)) : texts;
  }

  static List<String> each(Principals principals) {
    List<String> texts = principals.names().stream().map(Principals.Name::value).toList();
    return principals.excluded() ? List.of(allExcept(texts)) : texts;
  }

  private static String allExcept(List<String> texts) {
    return "everything except " + String.join(", ", texts);
  }

  static String values(Condition condition) {
    return String.join(", ", condition.values().stream().map(TextPattern::source).toList());
  }
}
