package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.policy.MatchedStatement;
import dev.keyturn.sandbox.policy.Policies;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.policy.PolicySource;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The policies of a simulation, by the names that AWS gives them in its answer. */
final class SimulatedPolicies {
  static final String IDENTITY_TYPE = "IAM Policy";
  static final String RESOURCE_TYPE = "Resource Policy";

  /** By the source itself, as AWS gives the same name to different policies. */
  private final IdentityHashMap<PolicySource, String> texts = new IdentityHashMap<>();

  private final List<PolicyDocument> identity = new ArrayList<>();
  private @Nullable PolicyDocument boundary;
  private @Nullable PolicyDocument resource;

  /** Documents of a request: of the first, {@code PolicyInputList.1}. */
  void add(List<String> documents) {
    for (int i = 0; i < documents.size(); i++) {
      identity.add(read("PolicyInputList." + (i + 1), documents.get(i), PolicyKind.IDENTITY));
    }
  }

  /** All that applies to a user, group or role. */
  void add(Account account, PolicyHolder holder) {
    addOwn(holder);
    ManagedPolicy bound = null;
    if (holder instanceof User user) {
      account.groupsOf(user).forEach(this::addOwn);
      bound = user.boundary();
    } else if (holder instanceof Role role) {
      bound = role.boundary();
    }
    if (bound != null) {
      boundary = read(bound.name(), bound.defaultVersion().document(), PolicyKind.BOUNDARY);
    }
  }

  private void addOwn(PolicyHolder holder) {
    String kind = holder instanceof User ? "user" : holder instanceof Group ? "group" : "role";
    for (Policy policy : holder.ownPolicies()) {
      boolean isInline = policy.arn() == null;
      String id = isInline ? kind + "_" + holder.name() + "_" + policy.name() : policy.name();
      identity.add(read(id, policy.document(), PolicyKind.IDENTITY));
    }
  }

  /** A boundary of the request takes the place of any other. */
  void bound(List<String> documents) {
    if (!documents.isEmpty()) {
      boundary =
          read("PermissionsBoundaryPolicyInputList.1", documents.get(0), PolicyKind.BOUNDARY);
    }
  }

  void addResourcePolicy(String document) {
    resource = read("ResourcePolicy", document, PolicyKind.RESOURCE);
  }

  private PolicyDocument read(String id, String document, PolicyKind kind) {
    PolicySource source = new PolicySource(id, null);
    texts.put(source, document);
    try {
      return PolicyDocument.parse(document, kind).from(source);
    } catch (MalformedPolicyException e) {
      // The operations of the simulator have no MalformedPolicyDocument.
      throw new AwsError(400, "InvalidInput", String.valueOf(e.getMessage()));
    }
  }

  boolean hasResourcePolicy() {
    return resource != null;
  }

  Policies policies() {
    return new Policies(identity, null, boundary, resource);
  }

  /** The condition keys that identity-based policies name, without regard to their case. */
  List<String> keys() {
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    return identity.stream()
        .flatMap(document -> document.keys().stream())
        .filter(seen::add)
        .toList();
  }

  /** A statement in an answer. */
  Structure describe(MatchedStatement statement) {
    String type =
        switch (statement.kind()) {
          case RESOURCE, TRUST -> RESOURCE_TYPE;
          case BOUNDARY -> "Permissions Boundary Policy";
          case IDENTITY, SESSION -> IDENTITY_TYPE;
        };
    Structure described =
        Structure.empty()
            .with("SourcePolicyId", statement.source().id())
            .with("SourcePolicyType", type);
    return StatementSpans.of(texts.getOrDefault(statement.source(), ""))
        .describe(described, statement.index());
  }
}
