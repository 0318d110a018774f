package dev.keyturn.sandbox.iam.identity;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.policy.Boundaries;
import dev.keyturn.sandbox.iam.request.Deletion;
import dev.keyturn.sandbox.iam.request.NewName;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.iam.request.Tags;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Tag;
import dev.keyturn.sandbox.state.identity.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users. */
public final class Users {
  private Users() {}

  public static List<Action> actions() {
    return List.of(
        Action.of(
            "CreateUser",
            Users::create,
            Shapes.user("CreateUser").must(),
            Shapes.PATH,
            Shapes.BOUNDARY),
        Subject.userOrCaller("GetUser", Users::get),
        Subject.list("ListUsers", "user/", Users::list, Shapes.PATH_PREFIX),
        Subject.user(
            "UpdateUser",
            Users::update,
            Shapes.name("NewUserName", 64),
            Shapes.text("NewPath").between(1, 512)),
        Subject.user("DeleteUser", Users::delete),
        Subject.user("TagUser", Tags.tag(User::tags), Shapes.TAG_LIST),
        Subject.user("UntagUser", Tags.untag(User::tags), Shapes.TAG_KEYS),
        Subject.user("ListUserTags", Tags.list(User::tags), Page.and()));
  }

  /** A user as lists show it. */
  public static Structure describe(Account account, User user) {
    return Structure.empty()
        .with("Path", user.path())
        .with("UserName", user.name())
        .with("UserId", user.id())
        .with("Arn", account.arnOf(user))
        .with("CreateDate", user.createDate());
  }

  private static Structure describeFully(Account account, User user) {
    Structure answer =
        describe(account, user).with("PermissionsBoundary", Boundaries.describe(user.boundary()));
    return user.tags().isEmpty() ? answer : Tags.describe(answer, user.tags());
  }

  private static Structure create(Call call) {
    Account account = call.caller().account();
    NewName wanted = NewName.of(call, "iam:CreateUser", "user", "UserName");
    List<Tag> tags = Tags.of(call.parameters());
    refuseDuplicate(account.user(wanted.name()), null, wanted);
    String id = call.state().identifiers().entityId("AIDA");
    User user = new User(wanted.name(), wanted.path(), id, call.now());
    user.bound(Boundaries.of(call));
    user.tags().addAll(tags);
    account.add(user);
    return Structure.empty().with("User", describeFully(account, user));
  }

  private static Structure get(Call call, User user) {
    Account account = call.caller().account();
    return Structure.empty()
        .with("User", user == account.root() ? root(account) : describeFully(account, user));
  }

  /** The account root has an ARN and the account's id, but neither name nor path. */
  private static Structure root(Account account) {
    return Structure.empty()
        .with("UserId", account.id())
        .with("Arn", account.rootArn())
        .with("CreateDate", account.root().createDate());
  }

  private static Structure list(Call call, Account account) {
    String prefix = call.parameters().text("PathPrefix", "/");
    List<User> users =
        account.users().stream().filter(user -> user.path().startsWith(prefix)).toList();
    return Page.of(call, users).structures("Users", user -> describe(account, user));
  }

  private static Structure update(Call call, User user) {
    Account account = call.caller().account();
    String name = call.parameters().text("NewUserName", user.name());
    String path = call.parameters().text("NewPath", user.path());
    NewName wanted = NewName.instead(call, "iam:UpdateUser", "user", name, path);
    refuseDuplicate(account.user(name), user, wanted);
    account.rename(user, name, path);
    return Structure.empty();
  }

  private static void refuseDuplicate(@Nullable User found, @Nullable User self, NewName wanted) {
    if (found != null && found != self) {
      throw AwsError.entityAlreadyExists("User with name " + wanted.name() + " already exists.");
    }
  }

  private static Structure delete(Call call, User user) {
    Account account = call.caller().account();
    Deletion.refuseWhile(!account.groupsOf(user).isEmpty(), "must remove users from group first.");
    Deletion.refuseWhile(!user.attachedPolicies().isEmpty(), "must detach all policies first.");
    Deletion.refuseWhile(!user.policies().isEmpty(), "must delete policies first.");
    Deletion.refuseWhile(!user.accessKeys().isEmpty(), "must delete access keys first.");
    Deletion.refuseWhile(!account.devicesOf(user).isEmpty(), "must delete MFA device first.");
    Deletion.refuseWhile(
        !user.serviceCredentials().isEmpty(), "must delete service specific credentials first.");
    Deletion.refuseWhile(user.loginProfile() != null, "must delete login profile first.");
    account.remove(user);
    return Structure.empty();
  }
}
