package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Documents;
import dev.keyturn.sandbox.iam.request.NewName;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.iam.request.Tags;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.ManagedPolicy.Version;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.Tag;
import dev.keyturn.sandbox.state.identity.User;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Standalone policies. */
public final class ManagedPolicies {
  private static final String PERMISSIONS = "PermissionsPolicy";
  private static final String BOUNDARY = "PermissionsBoundary";
  private static final Shape USAGE = Shapes.text("PolicyUsageFilter").oneOf(PERMISSIONS, BOUNDARY);
  private static final int DOCUMENT_SIZE = 6144;

  private ManagedPolicies() {}

  public static List<Action> actions() {
    return List.of(
        Action.of(
            "CreatePolicy",
            ManagedPolicies::create,
            Shapes.POLICY_NAME,
            Shapes.PATH,
            Shapes.POLICY_DOCUMENT,
            Shapes.text("Description").between(0, 1000)),
        Subject.policy("GetPolicy", ManagedPolicies::get),
        Action.of(
            "ListPolicies",
            ManagedPolicies::list,
            Page.and(Shapes.PATH_PREFIX, Shapes.text("Scope").oneOf("All", "AWS", "Local"), USAGE)),
        Subject.policy("DeletePolicy", ManagedPolicies::delete),
        Subject.policy(
            "ListEntitiesForPolicy",
            ManagedPolicies::entities,
            Page.and(
                Shapes.PATH_PREFIX,
                USAGE,
                Shapes.text("EntityFilter")
                    .oneOf("User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"))),
        Subject.policy("TagPolicy", Tags.tagCaseSensitively(ManagedPolicy::tags), Shapes.TAG_LIST),
        Subject.policy(
            "UntagPolicy", Tags.untagCaseSensitively(ManagedPolicy::tags), Shapes.TAG_KEYS),
        Subject.policy("ListPolicyTags", Tags.list(ManagedPolicy::tags), Page.and()));
  }

  /** A managed policy as lists show it. */
  public static Structure describe(Account account, ManagedPolicy policy) {
    return Structure.empty()
        .with("PolicyName", policy.name())
        .with("PolicyId", policy.id())
        .with("Arn", policy.arn())
        .with("Path", policy.path())
        .with("DefaultVersionId", policy.defaultVersion().id())
        .with("AttachmentCount", account.holdersOf(policy).size())
        .with("PermissionsBoundaryUsageCount", account.boundBy(policy).size())
        .with("IsAttachable", true)
        .with("CreateDate", policy.createDate())
        .with("UpdateDate", policy.updateDate());
  }

  private static Structure create(Call call) {
    Parameters parameters = call.parameters();
    Account account = call.caller().account();
    NewName wanted = NewName.of(call, "iam:CreatePolicy", "policy", "PolicyName");
    List<Tag> tags = Tags.caseSensitive(parameters);
    String document = document(parameters);
    if (account.ownPolicies().stream().anyMatch(policy -> isNamed(policy, wanted.name()))) {
      throw AwsError.entityAlreadyExists(
          "A policy called %s already exists. Duplicate names are not allowed."
              .formatted(wanted.name()));
    }
    String id = call.state().identifiers().entityId("ANPA");
    String description = parameters.text("Description");
    Version first = new Version("v1", document, call.now());
    ManagedPolicy policy =
        new ManagedPolicy(
            wanted.name(),
            wanted.path(),
            id,
            wanted.arn(),
            description,
            call.now(),
            List.of(first),
            first);
    policy.tags().addAll(tags);
    account.add(policy);
    Structure answer = describe(account, policy);
    return Structure.empty().with("Policy", tags.isEmpty() ? answer : Tags.describe(answer, tags));
  }

  private static boolean isNamed(ManagedPolicy policy, String name) {
    return !policy.isOfAws() && policy.name().equalsIgnoreCase(name);
  }

  /** The document of a request, of the newer language and not too long. */
  static String document(Parameters parameters) {
    String document = Documents.managed(parameters.required("PolicyDocument"));
    if (Documents.size(document) > DOCUMENT_SIZE) {
      throw AwsError.limitExceeded("Cannot exceed quota for PolicySize: " + DOCUMENT_SIZE);
    }
    return document;
  }

  private static Structure get(Call call, ManagedPolicy policy) {
    Structure answer =
        describe(call.caller().account(), policy).with("Description", policy.description());
    return Structure.empty().with("Policy", Tags.describe(answer, policy.tags()));
  }

  private static Structure list(Call call) {
    Parameters parameters = call.parameters();
    Account account = call.caller().account();
    String prefix = parameters.text("PathPrefix", "/");
    call.authorize("iam:ListPolicies", "policy path " + prefix);
    String scope = parameters.text("Scope", "All");
    boolean onlyAttached = parameters.flag("OnlyAttached", false);
    boolean onlyBoundaries = parameters.text("PolicyUsageFilter", "").equals(BOUNDARY);
    List<ManagedPolicy> inScope =
        new ArrayList<>(scope.equals("Local") ? List.of() : account.policiesOfAws());
    inScope.addAll(scope.equals("AWS") ? List.of() : account.ownPolicies());
    List<ManagedPolicy> policies =
        inScope.stream()
            .filter(policy -> policy.path().startsWith(prefix))
            .filter(policy -> !onlyAttached || !account.holdersOf(policy).isEmpty())
            .filter(policy -> !onlyBoundaries || !account.boundBy(policy).isEmpty())
            .toList();
    return Page.of(call, policies).structures("Policies", policy -> describe(account, policy));
  }

  private static Structure delete(Call call, ManagedPolicy policy) {
    Account account = call.caller().account();
    requireOwn(policy);
    if (!account.holdersOf(policy).isEmpty() || !account.boundBy(policy).isEmpty()) {
      throw AwsError.deleteConflict("Cannot delete a policy attached to entities.");
    }
    if (policy.versions().size() > 1) {
      throw AwsError.deleteConflict(
          "This policy has more than one version. Before you delete a policy, you must delete the"
              + " policy's versions. The default version is deleted with the policy.");
    }
    account.remove(policy);
    return Structure.empty();
  }

  /** Only AWS can change AWS managed policies. */
  static void requireOwn(ManagedPolicy policy) {
    if (policy.isOfAws()) {
      throw AwsError.accessDenied("Policy is outside your own account.");
    }
  }

  private static Structure entities(Call call, ManagedPolicy policy) {
    String filter = call.parameters().text("EntityFilter", "");
    String prefix = call.parameters().text("PathPrefix", "/");
    Predicate<PolicyHolder> wanted =
        holder ->
            holder.path().startsWith(prefix)
                && (filter.isEmpty() || holder.getClass().getSimpleName().equals(filter));
    List<PolicyHolder> holders =
        entitiesWith(policy, call).stream().distinct().filter(wanted).toList();
    Page<PolicyHolder> page = Page.of(call, holders);
    return page.end(
        Structure.empty()
            .withStructures("PolicyGroups", named(page, Group.class, "Group"))
            .withStructures("PolicyUsers", named(page, User.class, "User"))
            .withStructures("PolicyRoles", named(page, Role.class, "Role")));
  }

  /** The users, groups and roles that have the policy attached or as a boundary. */
  private static List<PolicyHolder> entitiesWith(ManagedPolicy policy, Call call) {
    Account account = call.caller().account();
    return switch (call.parameters().text("PolicyUsageFilter", "")) {
      case BOUNDARY -> account.boundBy(policy);
      case PERMISSIONS -> account.holdersOf(policy);
      default ->
          Stream.concat(account.holdersOf(policy).stream(), account.boundBy(policy).stream())
              .toList();
    };
  }

  private static List<Structure> named(
      Page<PolicyHolder> page, Class<? extends PolicyHolder> type, String kind) {
    return page.items().stream()
        .filter(type::isInstance)
        .map(holder ->
            Structure.empty().with(kind + "Name", holder.name()).with(kind + "Id", holder.id()))
        .toList();
  }
}
