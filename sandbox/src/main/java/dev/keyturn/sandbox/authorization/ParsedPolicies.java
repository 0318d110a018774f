package dev.keyturn.sandbox.authorization;

import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.policy.PolicySource;
import dev.keyturn.sandbox.state.identity.Policy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents by their text, so that each is parsed once. Not safe for use by several threads. */
final class ParsedPolicies {
  private static final int MOST = 1000;

  private record Key(PolicyKind kind, String text) {}

  private final Map<Key, PolicyDocument> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PolicyDocument> eldest) {
          return size() > MOST;
        }
      };

  PolicyDocument of(String text, PolicyKind kind) {
    return parsed.computeIfAbsent(
        new Key(kind, text), key -> PolicyDocument.parse(key.text(), key.kind()));
  }

  PolicyDocument of(Policy policy, PolicyKind kind) {
    return of(policy.document(), kind).from(new PolicySource(policy.name(), policy.arn()));
  }

  List<PolicyDocument> of(Collection<Policy> policies, PolicyKind kind) {
    return policies.stream().map(policy -> of(policy, kind)).toList();
  }
}
