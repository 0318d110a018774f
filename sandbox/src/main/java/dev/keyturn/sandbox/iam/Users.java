package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.state.AccessKey;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.MfaDevice;
import dev.keyturn.sandbox.state.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users and what belongs to them, to be read. */
final class Users {
  static final Shape USER_NAME = Shape.text("UserName").between(1, 128).matching("[\\w+=,.@-]+");

  private Users() {}

  static Structure getUser(Call call) {
    return Structure.empty().with("User", describe(call, authorized(call, "iam:GetUser")));
  }

  static Structure listUsers(Call call) {
    Account account = call.caller().account();
    call.authorize("iam:ListUsers", account.arn("iam", "user/"));
    String prefix = call.parameters().text("PathPrefix", "/");
    List<Structure> users =
        account.users().stream()
            .filter(user -> user.path().startsWith(prefix))
            .map(user -> describe(call, user))
            .toList();
    return Structure.empty().withStructures("Users", users).with("IsTruncated", false);
  }

  static Structure listMfaDevices(Call call) {
    User user = authorized(call, "iam:ListMFADevices");
    List<Structure> devices =
        call.caller().account().devicesOf(user).stream()
            .map(device -> describe(device, user))
            .toList();
    return Structure.empty().withStructures("MFADevices", devices).with("IsTruncated", false);
  }

  static Structure listAccessKeys(Call call) {
    User user = authorized(call, "iam:ListAccessKeys");
    List<Structure> keys = user.accessKeys().stream().map(key -> describe(key, user)).toList();
    return Structure.empty().withStructures("AccessKeyMetadata", keys).with("IsTruncated", false);
  }

  /**
   * The user the call is about: the one named, else the caller.
   *
   * @throws AwsError AccessDenied, NoSuchEntity, or ValidationError when nobody is named and the
   *     caller is no user
   */
  private static User authorized(Call call, String action) {
    Account account = call.caller().account();
    String name = call.parameters().text("UserName");
    @Nullable User user = name == null ? caller(call) : account.user(name);
    call.authorize(action, user == null ? account.arn("iam", "user/" + name) : account.arnOf(user));
    if (user == null) {
      throw AwsError.noSuchEntity("The user with name " + name + " cannot be found.");
    }
    return user;
  }

  private static User caller(Call call) {
    User user = call.caller().user();
    if (user == null) {
      throw AwsError.validation("Must specify userName when calling with non-User credentials");
    }
    return user;
  }

  private static Structure describe(Call call, User user) {
    return Structure.empty()
        .with("Path", user.path())
        .with("UserName", user.name())
        .with("UserId", user.id())
        .with("Arn", call.caller().account().arnOf(user))
        .with("CreateDate", user.createDate());
  }

  private static Structure describe(MfaDevice device, User user) {
    return Structure.empty()
        .with("UserName", user.name())
        .with("SerialNumber", device.serialNumber())
        .with("EnableDate", device.enableDate());
  }

  private static Structure describe(AccessKey key, User user) {
    return Structure.empty()
        .with("UserName", user.name())
        .with("AccessKeyId", key.id())
        .with("Status", key.status())
        .with("CreateDate", key.createDate());
  }
}
