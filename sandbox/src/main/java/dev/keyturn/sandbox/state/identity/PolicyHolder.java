package dev.keyturn.sandbox.state.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A user, group or role: whatever identity-based policies can be attached to. */
public sealed interface PolicyHolder permits User, Group, Role {

  String name();

  /** Begins and ends with {@code /}. */
  String path();

  String id();

  Instant createDate();

  /** The inline policies by name, to be read and changed. */
  Map<String, Policy> policies();

  /** The attached managed policies, to be read and changed. */
  List<ManagedPolicy> attachedPolicies();

  /** Inline and attached policies together, the latter in their default version. */
  default List<Policy> ownPolicies() {
    List<Policy> own = new ArrayList<>(policies().values());
    attachedPolicies().forEach(policy -> own.add(Policy.of(policy)));
    return own;
  }
}
