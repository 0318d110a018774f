package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.sandbox.policy.AuthorizationRequest;
import dev.keyturn.sandbox.policy.Policies;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.policy.Principal;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the sandbox decides. Parses each document once. */
final class SandboxDecision {

  private record Key(PolicyKind kind, String text) {}

  private final Map<Key, PolicyDocument> parsed = new HashMap<>();

  /** The decision on this case: Allow, ExplicitDeny or ImplicitDeny. */
  String of(RandomCase random) {
    RandomPolicies.Request request = random.request();
    String decision =
        policies(random)
            .decide(
                new AuthorizationRequest(
                    principal(request),
                    request.action(),
                    request.resource(),
                    RandomPolicies.ACCOUNT,
                    context(request)))
            .getClass()
            .getSimpleName();
    return decision.equals("Allowed") ? "Allow" : decision;
  }

  private Policies policies(RandomCase random) {
    Policies policies = Policies.identity(documents(random.identity(), PolicyKind.IDENTITY));
    if (random.boundary() != null) {
      policies = policies.withBoundary(document(random.boundary(), PolicyKind.BOUNDARY));
    }
    if (!random.session().isEmpty()) {
      policies = policies.withSession(documents(random.session(), PolicyKind.SESSION));
    }
    if (random.resource() != null) {
      PolicyKind kind = PolicyKind.valueOf(random.resourceKind().name());
      policies = policies.withResource(document(random.resource(), kind));
    }
    return policies;
  }

  private List<PolicyDocument> documents(List<String> texts, PolicyKind kind) {
    return texts.stream().map(text -> document(text, kind)).toList();
  }

  private PolicyDocument document(String text, PolicyKind kind) {
    return parsed.computeIfAbsent(
        new Key(kind, text), key -> PolicyDocument.parse(key.text(), key.kind()));
  }

  private static Principal principal(RandomPolicies.Request request) {
    return request.byRole()
        ? new Principal(RandomPolicies.ACCOUNT, RandomPolicies.SESSION, RandomPolicies.ROLE)
        : Principal.of(RandomPolicies.ACCOUNT, RandomPolicies.USER);
  }

  private static RequestContext context(RandomPolicies.Request request) {
    RequestContext context = RequestContext.empty();
    for (RandomPolicies.Value key : request.keys()) {
      context = context.with(key.key(), key.values().toArray(String[]::new));
    }
    return context;
  }
}
