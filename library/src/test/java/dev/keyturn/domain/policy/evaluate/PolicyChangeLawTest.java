package dev.keyturn.domain.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.change.PolicyChange;
import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.Names;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The comparison of two policies against what they decide. */
class PolicyChangeLawTest {

  private static final int CHANGES = 200;
  private static final int REQUESTS = 30;

  private int strict;

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void what_a_change_opens_is_never_kept_quiet(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < CHANGES; i++) {
      PolicyKind kind = random.nextBoolean() ? PolicyKind.TRUST : PolicyKind.IDENTITY;
      Policy before = policy(random, kind);
      Policy after = changed(before, random);
      boolean isSilent = new PolicyChange(before, after).lessStrict().isEmpty();
      strict += isSilent && !before.meansTheSameAs(after) ? 1 : 0;
      for (int k = 0; isSilent && k < REQUESTS; k++) {
        AccessRequest request = request(RandomPolicies.request(random));
        assertThat(isAllowed(after, request) && !isAllowed(before, request))
            .as("%s%nbecomes %s%nfor %s", before, after, request)
            .isFalse();
      }
    }
    assertThat(strict).as("changes that open nothing").isGreaterThan(CHANGES / 20);
  }

  private static Policy policy(Random random, PolicyKind kind) {
    String text =
        kind == PolicyKind.TRUST ? RandomPolicies.trust(random) : RandomPolicies.identity(random);
    return Policy.parse("policy", kind, text);
  }

  /** Each statement stays, goes or changes, and one of another policy may come. */
  private static Policy changed(Policy before, Random random) {
    Policy other = policy(random, before.kind());
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : before.statements()) {
      if (random.nextInt(4) > 0) {
        statements.add(
            random.nextBoolean()
                ? statement
                : changed(statement, one(random, other.statements()), random));
      }
    }
    if (random.nextInt(4) == 0) {
      statements.add(one(random, other.statements()));
    }
    return new Policy("after", before.kind(), before.version(), statements);
  }

  private static Statement changed(Statement statement, Statement other, Random random) {
    int part = random.nextInt(5);
    Names actions = part == 0 ? other.actions() : statement.actions();
    @Nullable Names resources = part == 1 ? other.resources() : statement.resources();
    return new Statement(
        statement.id(),
        statement.effect(),
        part == 2 ? other.principals() : statement.principals(),
        actions,
        resources,
        conditions(part, statement, other));
  }

  private static List<Condition> conditions(int part, Statement statement, Statement other) {
    return switch (part) {
      case 3 -> List.of();
      case 4 -> other.conditions();
      default -> statement.conditions();
    };
  }

  private static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static boolean isAllowed(Policy policy, AccessRequest request) {
    PolicySet set =
        policy.kind() == PolicyKind.TRUST
            ? PolicySet.of().withResource(policy)
            : PolicySet.of(policy);
    return Evaluation.decide(set, request).isAllowed();
  }

  private static AccessRequest request(RandomPolicies.Request request) {
    RequestContext context = RequestContext.empty();
    for (RandomPolicies.Value key : request.keys()) {
      context = context.with(key.key(), key.values().toArray(String[]::new));
    }
    Principal principal =
        request.byRole()
            ? new Principal(RandomPolicies.ACCOUNT, RandomPolicies.SESSION, RandomPolicies.ROLE)
            : Principal.user(RandomPolicies.ACCOUNT, RandomPolicies.USER);
    return new AccessRequest(principal, request.action(), request.resource(), context);
  }
}
