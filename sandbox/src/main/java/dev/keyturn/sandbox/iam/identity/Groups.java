package dev.keyturn.sandbox.iam.identity;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Deletion;
import dev.keyturn.sandbox.iam.request.NewName;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups and their members. */
public final class Groups {
  private static final int GROUPS_OF_A_USER = 10;

  private Groups() {}

  public static List<Action> actions() {
    return List.of(
        Action.of("CreateGroup", Groups::create, Shapes.GROUP, Shapes.PATH),
        Subject.group("GetGroup", Groups::get, Page.and()),
        Subject.list("ListGroups", "group/", Groups::list, Shapes.PATH_PREFIX),
        Subject.group(
            "UpdateGroup",
            Groups::update,
            Shapes.name("NewGroupName", 128),
            Shapes.text("NewPath").between(1, 512)),
        Subject.group("DeleteGroup", Groups::delete),
        Action.of(
            "AddUserToGroup", Groups::addUser, Shapes.GROUP, Shapes.user("AddUserToGroup").must()),
        Action.of(
            "RemoveUserFromGroup",
            Groups::removeUser,
            Shapes.GROUP,
            Shapes.user("RemoveUserFromGroup").must()),
        Subject.user("ListGroupsForUser", Groups::ofUser, Page.and()));
  }

  private static Structure describe(Account account, Group group) {
    return Structure.empty()
        .with("Path", group.path())
        .with("GroupName", group.name())
        .with("GroupId", group.id())
        .with("Arn", account.arnOf(group))
        .with("CreateDate", group.createDate());
  }

  private static Structure create(Call call) {
    Account account = call.caller().account();
    NewName wanted = NewName.of(call, "iam:CreateGroup", "group", "GroupName");
    refuseDuplicate(account.group(wanted.name()), null, wanted);
    String id = call.state().identifiers().entityId("AGPA");
    Group group = new Group(wanted.name(), wanted.path(), id, call.now());
    account.add(group);
    return Structure.empty().with("Group", describe(account, group));
  }

  private static void refuseDuplicate(@Nullable Group found, @Nullable Group self, NewName wanted) {
    if (found != null && found != self) {
      throw AwsError.entityAlreadyExists("Group with name " + wanted.name() + " already exists.");
    }
  }

  private static Structure get(Call call, Group group) {
    Account account = call.caller().account();
    return Page.of(call, account.usersOf(group))
        .structures("Users", user -> Users.describe(account, user))
        .with("Group", describe(account, group));
  }

  private static Structure list(Call call, Account account) {
    String prefix = call.parameters().text("PathPrefix", "/");
    List<Group> groups =
        account.groups().stream().filter(group -> group.path().startsWith(prefix)).toList();
    return Page.of(call, groups).structures("Groups", group -> describe(account, group));
  }

  private static Structure ofUser(Call call, User user) {
    Account account = call.caller().account();
    return Page.of(call, account.groupsOf(user))
        .structures("Groups", group -> describe(account, group));
  }

  private static Structure update(Call call, Group group) {
    Account account = call.caller().account();
    String name = call.parameters().text("NewGroupName", group.name());
    String path = call.parameters().text("NewPath", group.path());
    NewName wanted = NewName.instead(call, "iam:UpdateGroup", "group", name, path);
    refuseDuplicate(account.group(name), group, wanted);
    account.rename(group, name, path);
    return Structure.empty();
  }

  private static Structure delete(Call call, Group group) {
    Deletion.refuseWhile(!group.users().isEmpty(), "must remove users from group first.");
    Deletion.refuseWhile(!group.attachedPolicies().isEmpty(), "must detach all policies first.");
    Deletion.refuseWhile(!group.policies().isEmpty(), "must delete policies first.");
    call.caller().account().remove(group);
    return Structure.empty();
  }

  private static Structure addUser(Call call) {
    Membership membership = Membership.of(call, "iam:AddUserToGroup");
    List<User> users = membership.group().users();
    if (!users.contains(membership.user())) {
      if (call.caller().account().groupsOf(membership.user()).size() >= GROUPS_OF_A_USER) {
        throw AwsError.limitExceeded("Cannot exceed quota for GroupsPerUser: " + GROUPS_OF_A_USER);
      }
      users.add(membership.user());
    }
    return Structure.empty();
  }

  private static Structure removeUser(Call call) {
    Membership membership = Membership.of(call, "iam:RemoveUserFromGroup");
    membership.group().users().remove(membership.user());
    return Structure.empty();
  }

  /** A user and a group; AWS looks for the user first. */
  private record Membership(User user, Group group) {
    static Membership of(Call call, String action) {
      Account account = call.caller().account();
      String groupName = call.parameters().required("GroupName");
      String userName = call.parameters().required("UserName");
      Group group = account.group(groupName);
      call.authorize(
          action, group == null ? account.arn("iam", "group/" + groupName) : account.arnOf(group));
      User user = account.user(userName);
      if (user == null) {
        throw AwsError.noSuchEntity("The user with name " + userName + " cannot be found.");
      }
      if (group == null) {
        throw AwsError.noSuchEntity("The group with name " + groupName + " cannot be found.");
      }
      return new Membership(user, group);
    }
  }
}
