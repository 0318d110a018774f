package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Tag;
import dev.keyturn.sandbox.state.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users. */
final class Users {
  private Users() {}

  static List<Action> actions() {
    return List.of(
        Action.of(
            "CreateUser",
            Users::create,
            Shapes.name("UserName", 64).must(),
            Shapes.PATH,
            Shapes.BOUNDARY),
        Subject.userOrCaller("GetUser", Users::get),
        Subject.list("ListUsers", "user/", Users::list, Shapes.PATH_PREFIX),
        Subject.user(
            "UpdateUser",
            Users::update,
            Shapes.name("NewUserName", 64),
            Shapes.text("NewPath").between(1, 512)),
        Subject.user("DeleteUser", Users::delete));
  }

  /** A user as lists show it. */
  static Structure describe(Account account, User user) {
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
    Parameters parameters = call.parameters();
    Account account = call.caller().account();
    String name = parameters.required("UserName");
    String path = Paths.checked(parameters.text("Path", "/"));
    call.authorize("iam:CreateUser", account.arn("iam", "user" + path + name));
    List<Tag> tags = Tags.of(parameters);
    refuseDuplicate(account.user(name), null, name);
    User user = new User(name, path, call.state().identifiers().entityId("AIDA"), call.now());
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
    String path = Paths.checked(call.parameters().text("NewPath", user.path()));
    call.authorize("iam:UpdateUser", account.arn("iam", "user" + path + name));
    refuseDuplicate(account.user(name), user, name);
    account.rename(user, name, path);
    return Structure.empty();
  }

  private static void refuseDuplicate(@Nullable User found, @Nullable User self, String name) {
    if (found != null && found != self) {
      throw AwsError.entityAlreadyExists("User with name " + name + " already exists.");
    }
  }

  private static Structure delete(Call call, User user) {
    Account account = call.caller().account();
    refuseWhile(!account.groupsOf(user).isEmpty(), "must remove users from group first.");
    refuseWhile(!user.attachedPolicies().isEmpty(), "must detach all policies first.");
    refuseWhile(!user.policies().isEmpty(), "must delete policies first.");
    refuseWhile(!user.accessKeys().isEmpty(), "must delete access keys first.");
    refuseWhile(!account.devicesOf(user).isEmpty(), "must delete MFA device first.");
    refuseWhile(user.loginProfile() != null, "must delete login profile first.");
    account.remove(user);
    return Structure.empty();
  }

  /** Refuses to delete what still holds something. */
  static void refuseWhile(boolean holds, String remedy) {
    if (holds) {
      throw AwsError.deleteConflict("Cannot delete entity, " + remedy);
    }
  }
}
