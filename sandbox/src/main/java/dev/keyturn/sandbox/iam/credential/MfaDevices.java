package dev.keyturn.sandbox.iam.credential;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The enabled MFA devices of users, of all kinds. */
public final class MfaDevices {
  private static final int MOST = 8;
  private static final Shape[] CODES = {
    Shapes.SERIAL, Shapes.code("AuthenticationCode1"), Shapes.code("AuthenticationCode2")
  };

  private MfaDevices() {}

  public static List<Action> actions() {
    return List.of(
        Subject.userOrCaller("ListMFADevices", MfaDevices::list, Page.and()),
        Subject.userOrCaller("GetMFADevice", MfaDevices::get, Shapes.SERIAL),
        Subject.user("EnableMFADevice", MfaDevices::enable, CODES),
        Subject.user("ResyncMFADevice", MfaDevices::resynchronise, CODES),
        Subject.userOrCaller("DeactivateMFADevice", MfaDevices::deactivate, Shapes.SERIAL));
  }

  private static Structure list(Call call, User user) {
    return Page.of(call, call.caller().account().devicesOf(user))
        .structures("MFADevices", device -> describe(device, user));
  }

  private static Structure get(Call call, User user) {
    return describe(deviceOf(user, call), user);
  }

  private static Structure describe(MfaDevice device, User user) {
    return Structure.empty()
        .with("UserName", user.name())
        .with("SerialNumber", device.serialNumber())
        .with("EnableDate", device.enableDate());
  }

  private static Structure enable(Call call, User user) {
    Account account = call.caller().account();
    MfaDevice device = find(account, call.parameters().required("SerialNumber"));
    if (device.user() != null) {
      throw AwsError.entityAlreadyExists("MFA Device is already in use.");
    }
    if (account.devicesOf(user).size() >= MOST) {
      throw AwsError.limitExceeded("Cannot exceed quota for MFADevicesPerUser: " + MOST);
    }
    if (!matches(call, device, true)) {
      throw invalidCode();
    }
    device.attach(user, call.now());
    return Structure.empty();
  }

  private static Structure resynchronise(Call call, User user) {
    if (!matches(call, deviceOf(user, call), false)) {
      throw invalidCode();
    }
    return Structure.empty();
  }

  /**
   * Whether the two codes are consecutive codes of the device. Codes that come too late are taken
   * as well, but then AWS believes the device to be slow: a device enabled like that is out of sync
   * until its next resynchronisation.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html">IAM
   *     API reference, EnableMFADevice</a>
   */
  private static boolean matches(Call call, MfaDevice device, boolean enabling) {
    CodeCheck codes = device.codes();
    if (codes == null) {
      return false;
    }
    String first = call.parameters().required("AuthenticationCode1");
    String second = call.parameters().required("AuthenticationCode2");
    boolean count = !enabling || call.state().settings().enableCodesCount();
    return (enabling && codes.acceptPair(first, second, call.now(), count))
        || codes.resynchronise(first, second, call.now(), count);
  }

  private static AwsError invalidCode() {
    return new AwsError(
        403, "InvalidAuthenticationCode", "Authentication code for device is not valid.");
  }

  /** A virtual device or token stays, unassigned; a passkey is bound to its user and is deleted. */
  private static Structure deactivate(Call call, User user) {
    MfaDevice device = deviceOf(user, call);
    device.detach();
    if (device.codes() == null) {
      call.caller().account().remove(device);
    }
    return Structure.empty();
  }

  private static MfaDevice deviceOf(User user, Call call) {
    String serial = call.parameters().required("SerialNumber");
    MfaDevice device = find(call.caller().account(), serial);
    if (device.user() != user) {
      throw unknown(serial);
    }
    return device;
  }

  /**
   * The device of this serial number.
   *
   * @throws AwsError NoSuchEntity
   */
  static MfaDevice find(Account account, String serial) {
    @Nullable MfaDevice device = account.device(serial);
    if (device == null) {
      throw unknown(serial);
    }
    return device;
  }

  static AwsError unknown(String serial) {
    return AwsError.noSuchEntity("MFA Device with serial number " + serial + " does not exist.");
  }
}
