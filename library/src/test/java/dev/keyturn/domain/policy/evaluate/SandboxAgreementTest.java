package dev.keyturn.domain.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The sandbox's evaluator was written apart from this one, from the same documentation. */
class SandboxAgreementTest {

  private record Key(PolicyKind kind, String text) {}

  private final Map<Key, Policy> parsed = new HashMap<>();

  /** 12,000 cases. */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void both_evaluators_decide_alike(@ForAll long seed) {
    SandboxDecision sandbox = new SandboxDecision();
    for (RandomCase random : RandomCase.several(seed, 300)) {
      assertThat(decision(random)).as("%s", random).isEqualTo(sandbox.of(random));
    }
  }

  private String decision(RandomCase random) {
    RandomPolicies.Request request = random.request();
    return Evaluation.decide(
            policies(random),
            new AccessRequest(
                principal(request), request.action(), request.resource(), context(request)))
        .getClass()
        .getSimpleName();
  }

  private PolicySet policies(RandomCase random) {
    return new PolicySet(
        policies(random.identity(), PolicyKind.IDENTITY),
        random.boundary() == null ? null : policy(random.boundary(), PolicyKind.BOUNDARY),
        policies(random.session(), PolicyKind.SESSION),
        random.resource() == null ? null : policy(random.resource(), random.resourceKind()));
  }

  private List<Policy> policies(List<String> texts, PolicyKind kind) {
    return texts.stream().map(text -> policy(text, kind)).toList();
  }

  private Policy policy(String text, PolicyKind kind) {
    return parsed.computeIfAbsent(
        new Key(kind, text), key -> Policy.parse("random", key.kind(), key.text()));
  }

  private static Principal principal(RandomPolicies.Request request) {
    return request.byRole()
        ? new Principal(RandomPolicies.ACCOUNT, RandomPolicies.SESSION, RandomPolicies.ROLE)
        : Principal.user(RandomPolicies.ACCOUNT, RandomPolicies.USER);
  }

  private static RequestContext context(RandomPolicies.Request request) {
    RequestContext context = RequestContext.empty();
    for (RandomPolicies.Value key : request.keys()) {
      context = context.with(key.key(), key.values().toArray(String[]::new));
    }
    return context;
  }
}
