package dev.keyturn.sandbox.iam.identity;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.policy.Boundaries;
import dev.keyturn.sandbox.iam.request.Deletion;
import dev.keyturn.sandbox.iam.request.Documents;
import dev.keyturn.sandbox.iam.request.NewName;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.iam.request.Tags;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.Tag;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Roles and their trust policies. */
public final class Roles {
  private static final int TRUST_POLICY_SIZE = 2048;
  private static final int USUAL_SESSION_SECONDS = 3600;
  private static final Pattern USER_OR_ROLE =
      Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):(?:user|role)/.+");

  private static final Shape DESCRIPTION =
      Shapes.text("Description")
          .between(0, 1000)
          .matching("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*");
  private static final Shape MAX_SESSION_DURATION =
      Shapes.number("MaxSessionDuration").between(3600, 43200);

  private Roles() {}

  public static List<Action> actions() {
    return List.of(
        Action.of(
            "CreateRole",
            Roles::create,
            Shapes.ROLE,
            Shapes.PATH,
            Shapes.document("AssumeRolePolicyDocument").must(),
            DESCRIPTION,
            MAX_SESSION_DURATION,
            Shapes.BOUNDARY),
        Subject.role("GetRole", Roles::get),
        Subject.list("ListRoles", "role/", Roles::list, Shapes.PATH_PREFIX),
        Subject.role("UpdateRole", Roles::update, DESCRIPTION, MAX_SESSION_DURATION),
        Subject.role("UpdateRoleDescription", Roles::updateDescription, DESCRIPTION.must()),
        Subject.role("UpdateAssumeRolePolicy", Roles::updateTrust, Shapes.POLICY_DOCUMENT),
        Subject.role("DeleteRole", Roles::delete),
        Subject.role("ListInstanceProfilesForRole", Roles::instanceProfiles, Page.and()),
        Subject.role("TagRole", Tags.tag(Role::tags), Shapes.TAG_LIST),
        Subject.role("UntagRole", Tags.untag(Role::tags), Shapes.TAG_KEYS),
        Subject.role("ListRoleTags", Tags.list(Role::tags), Page.and()));
  }

  private static Structure describeShortly(Account account, Role role) {
    return Structure.empty()
        .with("Path", role.path())
        .with("RoleName", role.name())
        .with("RoleId", role.id())
        .with("Arn", account.arnOf(role))
        .with("CreateDate", role.createDate())
        .with("AssumeRolePolicyDocument", Documents.encoded(role.trustPolicy()));
  }

  /** AWS shows a new role without its description. */
  private static Structure describeNew(Account account, Role role) {
    return describeShortly(account, role)
        .with("PermissionsBoundary", Boundaries.describe(role.boundary()));
  }

  /** AWS lists roles without boundaries and tags. */
  private static Structure describeListed(Account account, Role role) {
    return describeShortly(account, role).with("Description", role.description());
  }

  private static Structure describe(Account account, Role role) {
    return describeListed(account, role)
        .with("PermissionsBoundary", Boundaries.describe(role.boundary()));
  }

  private static Structure withTags(Structure answer, Role role) {
    return role.tags().isEmpty() ? answer : Tags.describe(answer, role.tags());
  }

  private static Structure create(Call call) {
    Parameters parameters = call.parameters();
    Account account = call.caller().account();
    NewName wanted = NewName.of(call, "iam:CreateRole", "role", "RoleName");
    List<Tag> tags = Tags.of(parameters);
    if (account.role(wanted.name()) != null) {
      throw AwsError.entityAlreadyExists("Role with name " + wanted.name() + " already exists.");
    }
    Role role =
        new Role(
            wanted.name(),
            wanted.path(),
            call.state().identifiers().entityId("AROA"),
            call.now(),
            trustPolicy(call.state(), parameters.required("AssumeRolePolicyDocument")),
            parameters.number("MaxSessionDuration", USUAL_SESSION_SECONDS));
    role.describe(parameters.text("Description"));
    role.bound(Boundaries.of(call));
    role.tags().addAll(tags);
    account.add(role);
    return Structure.empty().with("Role", withTags(describeNew(account, role), role));
  }

  private static String trustPolicy(State state, String document) {
    PolicyDocument policy = Documents.parse(document, PolicyKind.TRUST);
    policy.principals().forEach(principal -> requireExistence(state, principal));
    if (Documents.size(document) > TRUST_POLICY_SIZE) {
      throw AwsError.limitExceeded("Cannot exceed quota for ACLSizePerRole: " + TRUST_POLICY_SIZE);
    }
    return document;
  }

  /**
   * AWS stores the ids of the users and roles that a trust policy names, so they must exist. Those
   * of accounts that the sandbox does not have may exist at AWS.
   *
   * @see <a href="https://github.com/hashicorp/terraform-provider-aws/issues/8905">AWS's answer</a>
   */
  private static void requireExistence(State state, String principal) {
    Matcher arn = USER_OR_ROLE.matcher(principal);
    Account account = arn.matches() ? state.account(arn.group(1)) : null;
    if (account != null && !account.hasCaller(principal)) {
      throw Documents.unknownPrincipal(principal);
    }
  }

  private static Structure get(Call call, Role role) {
    Structure answer =
        describe(call.caller().account(), role)
            .with("MaxSessionDuration", role.maxSessionDuration())
            .with("RoleLastUsed", Structure.empty());
    return Structure.empty().with("Role", withTags(answer, role));
  }

  private static Structure list(Call call, Account account) {
    String prefix = call.parameters().text("PathPrefix", "/");
    List<Role> roles =
        account.roles().stream().filter(role -> role.path().startsWith(prefix)).toList();
    return Page.of(call, roles)
        .structures(
            "Roles",
            role ->
                describeListed(account, role)
                    .with("MaxSessionDuration", role.maxSessionDuration()));
  }

  private static Structure update(Call call, Role role) {
    String description = call.parameters().text("Description");
    role.describe(description == null ? role.description() : description);
    role.limit(call.parameters().number("MaxSessionDuration", role.maxSessionDuration()));
    return Structure.emptyResult();
  }

  private static Structure updateDescription(Call call, Role role) {
    role.describe(call.parameters().required("Description"));
    return Structure.empty().with("Role", withTags(describe(call.caller().account(), role), role));
  }

  private static Structure updateTrust(Call call, Role role) {
    role.trust(trustPolicy(call.state(), call.parameters().required("PolicyDocument")));
    return Structure.empty();
  }

  /** There are no instance profiles here, but tools ask for them before they delete a role. */
  private static Structure instanceProfiles(Call call, Role role) {
    return Page.of(call, List.<Structure>of()).structures("InstanceProfiles", profile -> profile);
  }

  private static Structure delete(Call call, Role role) {
    Deletion.refuseWhile(!role.attachedPolicies().isEmpty(), "must detach all policies first.");
    Deletion.refuseWhile(!role.policies().isEmpty(), "must delete policies first.");
    call.caller().account().remove(role);
    return Structure.empty();
  }
}
