package dev.keyturn.domain.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.document.PolicyKind;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What a session with session policies may do by the sandbox, where no resource-based policy names
 * the session itself: what the identity may do and the session policies allow, and nothing else.
 */
class SessionPolicyLawTest {

  private final SandboxDecision sandbox = new SandboxDecision();

  private static List<RandomCase> limited(long seed) {
    return RandomCase.several(seed, 300).stream()
        .filter(random -> !random.session().isEmpty())
        .map(random ->
            new RandomCase(
                random.request(),
                random.identity(),
                random.boundary(),
                random.session(),
                null,
                PolicyKind.RESOURCE))
        .toList();
  }

  private boolean allows(RandomCase random) {
    return sandbox.of(random).equals("Allow");
  }

  private boolean identityAllows(RandomCase random) {
    return allows(
        new RandomCase(
            random.request(),
            random.identity(),
            random.boundary(),
            List.of(),
            null,
            PolicyKind.RESOURCE));
  }

  private boolean sessionPoliciesAllow(RandomCase random) {
    return allows(
        new RandomCase(
            random.request(), random.session(), null, List.of(), null, PolicyKind.RESOURCE));
  }

  /** Some 6,000 cases. */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void a_limited_session_may_do_what_identity_and_session_policies_both_allow(@ForAll long seed) {
    for (RandomCase random : limited(seed)) {
      assertThat(allows(random))
          .as("%s", random)
          .isEqualTo(identityAllows(random) && sessionPoliciesAllow(random));
    }
  }

  @Example
  void the_cases_are_of_every_kind() {
    List<RandomCase> cases = limited(1);
    assertThat(cases).anyMatch(this::allows);
    assertThat(cases).anyMatch(it -> identityAllows(it) && !sessionPoliciesAllow(it));
    assertThat(cases).anyMatch(it -> !identityAllows(it) && sessionPoliciesAllow(it));
  }
}
