package dev.keyturn.sandbox.login;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.credential.Identity.UserIdentity;
import dev.keyturn.sandbox.login.LoginSessions.Signin;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Instant;
import java.util.List;

/** Checks the password, and a second factor if the user has a device. */
final class PasswordCheck {
  private final State state;

  PasswordCheck(State state) {
    this.state = state;
  }

  /**
   * The user who filled in the form.
   *
   * @throws AwsError 401 with a message for the form
   */
  Signin signin(Parameters form, Instant now) {
    Account account = state.account(form.text("account", ""));
    User user = account == null ? null : account.user(form.text("user", ""));
    LoginProfile profile = user == null ? null : user.loginProfile();
    if (account == null
        || user == null
        || profile == null
        || !Hash.same(profile.password(), form.text("password", ""))) {
      throw refusal("Your authentication information is incorrect. Please try again.");
    }
    List<MfaDevice> devices = account.devicesOf(user);
    if (!devices.isEmpty() && !passes(devices, form.text("mfa", ""), now)) {
      throw refusal("The MFA code is missing or incorrect.");
    }
    return new Signin(new UserIdentity(account, user), !devices.isEmpty(), now);
  }

  /** On AWS's page, a passkey is used by a click; here by typing "passkey". */
  private static boolean passes(List<MfaDevice> devices, String answer, Instant now) {
    for (MfaDevice device : devices) {
      CodeCheck codes = device.codes();
      boolean right = codes == null ? answer.equals("passkey") : codes.accept(answer, now);
      if (right) {
        return true;
      }
    }
    return false;
  }

  private static AwsError refusal(String message) {
    return new AwsError(401, "Unauthorized", message);
  }
}
