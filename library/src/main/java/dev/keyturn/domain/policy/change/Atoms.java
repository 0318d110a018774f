package dev.keyturn.domain.policy.change;

import dev.keyturn.domain.policy.document.Names;
import dev.keyturn.domain.policy.document.Principals;
import dev.keyturn.domain.policy.document.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a statement into statements with one action, one resource and one principal each, which
 * together mean the same: two statements of the other policy may each cover a half.
 */
final class Atoms {

  private Atoms() {}

  static List<Statement> of(Statement statement) {
    List<Statement> atoms = new ArrayList<>();
    for (Names action : split(statement.actions())) {
      for (@Nullable Names resource : splitIfAny(statement.resources())) {
        for (@Nullable Principals principal : split(statement.principals())) {
          atoms.add(
              new Statement(
                  statement.id(),
                  statement.effect(),
                  principal,
                  action,
                  resource,
                  statement.conditions()));
        }
      }
    }
    return atoms;
  }

  private static List<@Nullable Names> splitIfAny(@Nullable Names names) {
    return names == null
        ? Collections.singletonList(null)
        : Collections.unmodifiableList(split(names));
  }

  private static List<Names> split(Names names) {
    return names.excluded()
        ? List.of(names)
        : names.patterns().stream().map(it -> new Names(false, List.of(it))).toList();
  }

  private static List<@Nullable Principals> split(@Nullable Principals principals) {
    List<@Nullable Principals> split = new ArrayList<>();
    if (principals == null || principals.excluded()) {
      split.add(principals);
    } else {
      principals.names().forEach(it -> split.add(new Principals(false, List.of(it))));
    }
    return Collections.unmodifiableList(split);
  }
}
