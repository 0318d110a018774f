package dev.keyturn.sandbox.iam.account;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.identity.Users;
import dev.keyturn.sandbox.iam.policy.Boundaries;
import dev.keyturn.sandbox.iam.policy.ManagedPolicies;
import dev.keyturn.sandbox.iam.request.Documents;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.iam.request.Tags;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything about the users, groups, roles and policies of an account in one list.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">
 *     IAM API reference, GetAccountAuthorizationDetails</a>
 */
public final class AuthorizationDetails {
  private static final Map<String, String> LISTS =
      Map.of(
          "User", "UserDetailList",
          "Group", "GroupDetailList",
          "Role", "RoleDetailList",
          "LocalManagedPolicy", "Policies",
          "AWSManagedPolicy", "Policies");

  /** An entry and its kind for filters. */
  private record Detail(String kind, Structure structure) {}

  private AuthorizationDetails() {}

  public static List<Action> actions() {
    return List.of(
        Subject.account("GetAccountAuthorizationDetails", AuthorizationDetails::get, Page.and()));
  }

  private static Structure get(Call call, Account account) {
    List<String> filter = call.parameters().list("Filter");
    if (!LISTS.keySet().containsAll(filter)) {
      throw AwsError.validation(
          "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must"
              + " satisfy enum value set: [User, Role, Group, LocalManagedPolicy,"
              + " AWSManagedPolicy]");
    }
    List<Detail> wanted = new ArrayList<>(details(account));
    wanted.removeIf(detail -> !filter.isEmpty() && !filter.contains(detail.kind()));
    Page<Detail> page = Page.of(call, wanted);
    Structure answer = Structure.empty();
    for (String list : List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")) {
      answer.withStructures(
          list,
          page.items().stream()
              .filter(detail -> list.equals(LISTS.get(detail.kind())))
              .map(Detail::structure)
              .toList());
    }
    return page.end(answer);
  }

  private static List<Detail> details(Account account) {
    List<Detail> details = new ArrayList<>();
    account.users().forEach(user -> details.add(new Detail("User", user(account, user))));
    account.groups().forEach(group -> details.add(new Detail("Group", group(account, group))));
    account.roles().forEach(role -> details.add(new Detail("Role", role(account, role))));
    for (ManagedPolicy policy : account.ownPolicies()) {
      details.add(new Detail("LocalManagedPolicy", policy(account, policy)));
    }
    for (ManagedPolicy policy : account.policiesOfAws()) {
      if (!account.holdersOf(policy).isEmpty()) {
        details.add(new Detail("AWSManagedPolicy", policy(account, policy)));
      }
    }
    return details;
  }

  private static Structure user(Account account, User user) {
    Structure answer =
        Users.describe(account, user)
            .withStructures("UserPolicyList", inline(user))
            .withTexts("GroupList", account.groupsOf(user).stream().map(Group::name).toList())
            .withStructures("AttachedManagedPolicies", attached(user))
            .with("PermissionsBoundary", Boundaries.describe(user.boundary()));
    return Tags.describe(answer, user.tags());
  }

  private static Structure group(Account account, Group group) {
    return Structure.empty()
        .with("Path", group.path())
        .with("GroupName", group.name())
        .with("GroupId", group.id())
        .with("Arn", account.arnOf(group))
        .with("CreateDate", group.createDate())
        .withStructures("GroupPolicyList", inline(group))
        .withStructures("AttachedManagedPolicies", attached(group));
  }

  private static Structure role(Account account, Role role) {
    Structure answer =
        Structure.empty()
            .with("Path", role.path())
            .with("RoleName", role.name())
            .with("RoleId", role.id())
            .with("Arn", account.arnOf(role))
            .with("CreateDate", role.createDate())
            .with("AssumeRolePolicyDocument", Documents.encoded(role.trustPolicy()))
            .withStructures("InstanceProfileList", List.of())
            .withStructures("RolePolicyList", inline(role))
            .withStructures("AttachedManagedPolicies", attached(role))
            .with("PermissionsBoundary", Boundaries.describe(role.boundary()))
            .with("RoleLastUsed", Structure.empty());
    return Tags.describe(answer, role.tags());
  }

  private static Structure policy(Account account, ManagedPolicy policy) {
    List<Structure> versions = new ArrayList<>();
    for (ManagedPolicy.Version version : policy.versions()) {
      versions.add(
          Structure.empty()
              .with("Document", Documents.encoded(version.document()))
              .with("VersionId", version.id())
              .with("IsDefaultVersion", policy.defaultVersion().equals(version))
              .with("CreateDate", version.createDate()));
    }
    return ManagedPolicies.describe(account, policy).withStructures("PolicyVersionList", versions);
  }

  private static List<Structure> inline(PolicyHolder holder) {
    List<Structure> policies = new ArrayList<>();
    for (Policy policy : holder.policies().values()) {
      policies.add(
          Structure.empty()
              .with("PolicyName", policy.name())
              .with("PolicyDocument", Documents.encoded(policy.document())));
    }
    return policies;
  }

  private static List<Structure> attached(PolicyHolder holder) {
    return holder.attachedPolicies().stream()
        .map(policy ->
            Structure.empty().with("PolicyName", policy.name()).with("PolicyArn", policy.arn()))
        .toList();
  }
}
