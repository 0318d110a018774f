package dev.keyturn.domain.policy.change;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Names;
import dev.keyturn.domain.policy.document.Principals;
import dev.keyturn.domain.policy.document.Statement;
import dev.keyturn.domain.policy.document.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one statement matches and another does not.
 *
 * @param actions as texts
 * @param resources as texts
 * @param principals as texts
 * @param conditions those of the other statement that are not implied
 * @param isOfAllActions whether no action matches both
 * @param isSameStatement whether both have the same {@code Sid}
 */
record Gap(
    List<String> actions,
    List<String> resources,
    List<String> principals,
    List<Condition> conditions,
    boolean isOfAllActions,
    boolean isSameStatement) {

  /** What {@code narrow} matches and {@code wide} may not match. */
  static Gap between(Statement wide, Statement narrow) {
    List<String> actions = missing(wide.actions(), narrow.actions(), new Patterns(true));
    String sid = narrow.id().sid();
    return new Gap(
        actions,
        missingResources(wide.resources(), narrow.resources()),
        missing(wide.principals(), narrow.principals()),
        wide.conditions().stream()
            .filter(it -> narrow.conditions().stream().noneMatch(new Implication(it)::follows))
            .toList(),
        actions.size() == Words.each(narrow.actions()).size(),
        sid != null && !sid.isEmpty() && sid.equals(wide.id().sid()));
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return actions.size() + resources.size() + principals.size() + conditions.size();
  }

  /** A trust policy has no resources. */
  private static List<String> missingResources(@Nullable Names wide, @Nullable Names narrow) {
    return wide == null || narrow == null ? List.of() : missing(wide, narrow, new Patterns(false));
  }

  private static List<String> missing(Names wide, Names narrow, Patterns patterns) {
    if (narrow.excluded()) {
      boolean isInside =
          wide.excluded()
              ? wide.patterns().stream().allMatch(it -> patterns.isCovered(it, narrow.patterns()))
              : wide.patterns().stream().anyMatch(Patterns::isEverything);
      return isInside ? List.of() : Words.each(narrow);
    }
    List<String> missing = new ArrayList<>();
    for (TextPattern pattern : narrow.patterns()) {
      boolean isInside =
          wide.excluded()
              ? wide.patterns().stream().allMatch(it -> patterns.areApart(it, pattern))
              : patterns.isCovered(pattern, wide.patterns());
      if (!isInside) {
        missing.add(pattern.source());
      }
    }
    return missing;
  }

  /**
   * The names themselves. None includes another: a user who is named needs no permission of their
   * own, but needs one if only the account is named.
   */
  private static List<String> missing(@Nullable Principals wide, @Nullable Principals narrow) {
    if (wide == null || narrow == null) {
      return List.of();
    }
    if (narrow.excluded() || wide.excluded()) {
      return Objects.equals(wide, narrow) ? List.of() : Words.each(narrow);
    }
    Set<Principals.Name> known = Set.copyOf(wide.names());
    return narrow.names().stream()
        .filter(it -> !known.contains(it))
        .map(Principals.Name::value)
        .toList();
  }
}
