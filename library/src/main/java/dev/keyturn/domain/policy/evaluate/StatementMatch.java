package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Names;
import dev.keyturn.domain.policy.document.Principals;
import dev.keyturn.domain.policy.document.Statement;
import dev.keyturn.domain.policy.document.TextPattern;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides whether statements match one request. */
final class StatementMatch {

  private final AccessRequest request;
  private final boolean bounded;
  private final Substitution substitution;
  private final Conditions conditions;

  /**
   * Matches statements against {@code request}.
   *
   * @param bounded whether its principal has a permissions boundary
   */
  StatementMatch(AccessRequest request, boolean bounded) {
    this.request = request;
    this.bounded = bounded;
    this.substitution = new Substitution(request.context());
    this.conditions = new Conditions(request.context());
  }

  /**
   * The first unmet condition of {@code statement}; null if all are met or another element does not
   * match.
   */
  Decision.@Nullable NearMiss nearMiss(Statement statement) {
    Condition unmet = matchesButForConditions(statement) ? conditions.firstUnmet(statement) : null;
    return unmet == null ? null : new Decision.NearMiss(statement.id(), unmet);
  }

  /** Whether all elements of {@code statement} match. */
  boolean matches(Statement statement) {
    return matchesButForConditions(statement) && conditions.firstUnmet(statement) == null;
  }

  /** Whether all its elements except the conditions match. */
  private boolean matchesButForConditions(Statement statement) {
    return matchesAction(statement.actions())
        && matchesResource(statement.resources())
        && matchesPrincipal(statement.principals());
  }

  private boolean matchesAction(Names actions) {
    String action = request.action().toLowerCase(Locale.ROOT);
    return matchesOne(actions, pattern -> fits(substitution.action(pattern), action));
  }

  private boolean matchesResource(@Nullable Names resources) {
    return resources == null || matchesOne(resources, this::matchesResource);
  }

  private boolean matchesResource(TextPattern pattern) {
    return pattern.source().equals("*") || fits(substitution.resource(pattern), request.resource());
  }

  private static boolean fits(@Nullable Glob glob, String text) {
    return glob != null && glob.matches(text);
  }

  private static boolean matchesOne(Names names, Predicate<TextPattern> test) {
    return names.patterns().stream().anyMatch(test) != names.excluded();
  }

  private boolean matchesPrincipal(@Nullable Principals principals) {
    return principals == null || principalMatch(principals) != PrincipalMatch.NONE;
  }

  /** How closely {@code principals} name the principal of the request. */
  PrincipalMatch principalMatch(Principals principals) {
    return PrincipalMatch.of(request.principal(), bounded, principals);
  }
}
