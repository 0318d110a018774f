package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.PolicyKind;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request and the policies that apply, as texts: what both evaluators take.
 *
 * @param resourceKind whether {@code resource} is a resource-based or a trust policy
 */
record RandomCase(
    RandomPolicies.Request request,
    List<String> identity,
    @Nullable String boundary,
    List<String> session,
    @Nullable String resource,
    PolicyKind resourceKind) {

  private static final int DOCUMENTS = 40;

  /** Cases that share their policies, so that each of these is parsed once. */
  static List<RandomCase> several(long seed, int count) {
    Random random = new Random(seed);
    List<String> identity = documents(() -> RandomPolicies.identity(random));
    List<String> resource = documents(() -> RandomPolicies.resource(random));
    List<String> trust = documents(() -> RandomPolicies.trust(random));
    return IntStream.range(0, count)
        .mapToObj(i ->
            random.nextInt(3) == 0
                ? of(random, identity, PolicyKind.TRUST, trust)
                : of(random, identity, PolicyKind.RESOURCE, resource))
        .toList();
  }

  private static List<String> documents(Supplier<String> document) {
    return Stream.generate(document).limit(DOCUMENTS).toList();
  }

  private static RandomCase of(
      Random random, List<String> identity, PolicyKind resourceKind, List<String> resource) {
    return new RandomCase(
        RandomPolicies.request(random),
        some(random, random.nextInt(3), identity),
        random.nextInt(3) == 0 ? one(random, identity) : null,
        some(random, random.nextInt(2), identity),
        random.nextInt(3) == 0 ? null : one(random, resource),
        resourceKind);
  }

  private static List<String> some(Random random, int count, List<String> documents) {
    return IntStream.range(0, count).mapToObj(i -> one(random, documents)).toList();
  }

  private static String one(Random random, List<String> documents) {
    return documents.get(random.nextInt(documents.size()));
  }
}
