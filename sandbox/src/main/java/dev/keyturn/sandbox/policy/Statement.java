package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.policy.condition.Condition;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.policy.condition.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement. The elements a kind of policy does not have are null.
 *
 * @param actions the element Action or NotAction
 * @param resources the element Resource or NotResource
 * @param principals the element Principal or NotPrincipal
 */
record Statement(
    @Nullable String sid,
    Effect effect,
    @Nullable Element actions,
    @Nullable Element resources,
    @Nullable PrincipalElement principals,
    List<Condition> conditions) {

  /**
   * A list of patterns, or with {@code negated} (NotAction, NotResource) everything that fits none
   * of them.
   */
  record Element(boolean negated, List<Template> patterns) {

    /** The patterns as the document has them. */
    List<String> sources() {
      List<String> sources = new ArrayList<>();
      for (Template pattern : patterns) {
        sources.add(pattern.source());
      }
      return sources;
    }

    boolean fits(String text, RequestContext context, Template.Case letterCase) {
      boolean listed =
          patterns.stream().anyMatch(pattern -> pattern.matches(text, context, letterCase));
      return listed != negated;
    }
  }

  Statement withResources(Element others) {
    return new Statement(sid, effect, actions, others, principals, conditions);
  }

  boolean isAbout(AuthorizationRequest request) {
    return actions == null
        || actions.fits(request.action(), request.context(), Template.Case.IGNORED);
  }

  /** The keys of variables and conditions. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    if (resources != null) {
      resources.patterns().forEach(pattern -> keys.addAll(pattern.keys()));
    }
    for (Condition condition : conditions) {
      keys.add(condition.key());
      condition.expected().forEach(value -> keys.addAll(value.keys()));
    }
    return keys;
  }

  Match match(AuthorizationRequest request) {
    RequestContext context = request.context();
    boolean fits =
        isAbout(request)
            && (resources == null
                || resources.fits(request.resource(), context, Template.Case.COUNTS))
            && conditions.stream().allMatch(condition -> condition.holds(context));
    if (!fits) {
      return Match.NONE;
    }
    return principals == null
        ? Match.CALLER
        : principals.match(request.principal(), request.bounded());
  }
}
