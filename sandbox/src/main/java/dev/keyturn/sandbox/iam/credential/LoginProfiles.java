package dev.keyturn.sandbox.iam.credential;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import dev.keyturn.sandbox.state.identity.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Passwords for the console. */
public final class LoginProfiles {
  private LoginProfiles() {}

  public static List<Action> actions() {
    return List.of(
        Subject.userOrCaller(
            "CreateLoginProfile", LoginProfiles::create, Shapes.password("Password").must()),
        Subject.userOrCaller("GetLoginProfile", LoginProfiles::get),
        Subject.user("UpdateLoginProfile", LoginProfiles::update, Shapes.password("Password")),
        Subject.userOrCaller("DeleteLoginProfile", LoginProfiles::delete),
        Action.of(
            "ChangePassword",
            LoginProfiles::change,
            Shapes.password("OldPassword").must(),
            Shapes.password("NewPassword").must()));
  }

  private static Structure describe(User user, LoginProfile profile) {
    return Structure.empty()
        .with(
            "LoginProfile",
            Structure.empty()
                .with("UserName", user.name())
                .with("CreateDate", profile.createDate())
                .with("PasswordResetRequired", profile.resetRequired()));
  }

  private static Structure create(Call call, User user) {
    if (user.loginProfile() != null) {
      throw AwsError.entityAlreadyExists(
          "Login Profile for user " + user.name() + " already exists.");
    }
    String password = call.parameters().required("Password");
    requireGood(call, password);
    boolean reset = call.parameters().flag("PasswordResetRequired", false);
    LoginProfile profile = new LoginProfile(password, reset, call.now(), call.now());
    user.login(profile);
    return describe(user, profile);
  }

  private static Structure get(Call call, User user) {
    return describe(user, profileOf(user));
  }

  private static Structure update(Call call, User user) {
    LoginProfile profile = profileOf(user);
    String password = call.parameters().text("Password");
    boolean reset = call.parameters().flag("PasswordResetRequired", profile.resetRequired());
    if (password == null) {
      user.login(
          new LoginProfile(profile.password(), reset, profile.createDate(), profile.changed()));
    } else {
      requireGood(call, password);
      user.login(profile.with(password, reset, call.now()));
    }
    return Structure.empty();
  }

  private static Structure delete(Call call, User user) {
    profileOf(user);
    user.login(null);
    return Structure.empty();
  }

  private static Structure change(Call call) {
    User user = call.caller().user();
    if (user == null) {
      throw new AwsError(400, "InvalidUserType", "Only IAM Users can change their own password");
    }
    Account account = call.caller().account();
    PasswordPolicy policy = account.passwordPolicy();
    if (policy == null || !policy.usersMayChange()) {
      call.authorize("iam:ChangePassword", account.arnOf(user));
    }
    LoginProfile profile = profileOf(user);
    if (!same(profile.password(), call.parameters().required("OldPassword"))) {
      throw AwsError.accessDenied("The old password was incorrect.");
    }
    String password = call.parameters().required("NewPassword");
    requireGood(call, password);
    user.login(profile.with(password, false, call.now()));
    return Structure.empty();
  }

  private static LoginProfile profileOf(User user) {
    LoginProfile profile = user.loginProfile();
    if (profile == null) {
      throw AwsError.noSuchEntity("Login Profile for User " + user.name() + " cannot be found.");
    }
    return profile;
  }

  private static void requireGood(Call call, String password) {
    Account account = call.caller().account();
    PasswordPolicy policy = account.passwordPolicy();
    boolean good =
        policy == null ? PasswordPolicy.defaultAccepts(password) : policy.accepts(password);
    if (!good) {
      throw new AwsError(
          400,
          "PasswordPolicyViolation",
          "Password does not conform to the account password policy.");
    }
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
