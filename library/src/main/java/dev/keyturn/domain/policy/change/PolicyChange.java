package dev.keyturn.domain.policy.change;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Effect;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that replaces another one. It compares the texts rather than a list of calls, so that no
 * call is missed. Immutable.
 *
 * @param before the old policy
 * @param after the new policy
 */
public record PolicyChange(Policy before, Policy after) {

  /**
   * Where the new policy is less strict, one line for each difference. Empty only if no request can
   * become allowed: every new Allow is covered by an old one, and every old Deny by a new one. A
   * listed difference may allow nothing new where several statements together mean what one meant
   * before.
   */
  public List<String> lessStrict() {
    List<String> lines = new ArrayList<>();
    for (Statement allow : statements(after, Effect.ALLOW)) {
      if (!isCovered(allow, statements(before, Effect.ALLOW))) {
        lines.addAll(allowed(allow));
      }
    }
    for (Statement deny : statements(before, Effect.DENY)) {
      if (!isCovered(deny, statements(after, Effect.DENY))) {
        lines.addAll(noLongerDenied(deny));
      }
    }
    return List.copyOf(lines);
  }

  private static List<Statement> statements(Policy policy, Effect effect) {
    return policy.statements().stream().filter(it -> it.effect() == effect).toList();
  }

  private static boolean isCovered(Statement narrow, List<Statement> wide) {
    return Atoms.of(narrow).stream()
        .allMatch(atom -> wide.stream().anyMatch(it -> Gap.between(it, atom).isEmpty()));
  }

  private List<String> allowed(Statement allow) {
    String label = allow.id().label();
    Gap gap = nearest(allow, statements(before, Effect.ALLOW));
    if (gap == null) {
      return List.of(label + " allows " + Words.actionsAndResources(allow));
    }
    List<String> lines = new ArrayList<>();
    add(lines, label + " also allows ", gap.actions());
    add(lines, label + " also applies to ", gap.resources());
    add(lines, label + " also applies to ", gap.principals());
    for (Condition lost : gap.conditions()) {
      lines.add(label + " " + requirement(lost, allow));
    }
    return lines;
  }

  private static String requirement(Condition lost, Statement allow) {
    return allow.conditions().stream()
        .filter(it -> it.test().equals(lost.test()) && it.key().equalsIgnoreCase(lost.key()))
        .findFirst()
        .map(it -> "requires " + it + " instead of " + Words.values(lost))
        .orElse("no longer requires " + lost);
  }

  private List<String> noLongerDenied(Statement deny) {
    String label = deny.id().label();
    Gap gap = nearest(deny, statements(after, Effect.DENY));
    if (gap == null) {
      return List.of(label + " no longer denies " + Words.actionsAndResources(deny));
    }
    List<String> lines = new ArrayList<>();
    add(lines, label + " no longer denies ", gap.actions());
    add(lines, label + " no longer applies to ", gap.resources());
    add(lines, label + " no longer applies to ", gap.principals());
    gap.conditions().forEach(added -> lines.add(label + " now denies only if " + added));
    return lines;
  }

  private static void add(List<String> lines, String verb, List<String> objects) {
    if (!objects.isEmpty()) {
      lines.add(verb + String.join(", ", objects));
    }
  }

  /** The statement that it was or became, as far as that can be told; null if there is none. */
  private static @Nullable Gap nearest(Statement narrow, List<Statement> candidates) {
    return candidates.stream()
        .map(wide -> Gap.between(wide, narrow))
        .filter(gap -> gap.isSameStatement() || !gap.isOfAllActions())
        .min(Comparator.comparing((Gap gap) -> !gap.isSameStatement()).thenComparingInt(Gap::size))
        .orElse(null);
  }
}
