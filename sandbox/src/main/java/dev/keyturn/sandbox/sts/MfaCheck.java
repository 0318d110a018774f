package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import org.jspecify.annotations.Nullable;

/** The check of SerialNumber and TokenCode, with the texts of real STS. */
final class MfaCheck {
  private static final String FAILED = "MultiFactorAuthentication failed";

  private MfaCheck() {}

  /**
   * Whether the call proves a second factor; the code is used up.
   *
   * @return false when neither a serial number nor a code was given
   * @throws AwsError AccessDenied when only one was given, the device is not the caller's, or the
   *     code is wrong or was used before
   */
  static boolean passes(Call call) {
    String serialNumber = call.parameters().text("SerialNumber");
    String code = call.parameters().text("TokenCode");
    if (serialNumber == null && code == null) {
      return false;
    }
    if (serialNumber == null || code == null) {
      throw AwsError.accessDenied(
          FAILED + ", must provide both MFA serial number and one time pass code.");
    }
    if (!codesOf(serialNumber, call).accept(code, call.now())) {
      throw AwsError.accessDenied(FAILED + " with invalid MFA one time pass code. ");
    }
    return true;
  }

  private static CodeCheck codesOf(String serialNumber, Call call) {
    MfaDevice device = call.caller().account().device(serialNumber);
    User caller = call.caller().user();
    @Nullable CodeCheck codes =
        device == null || caller == null || device.user() != caller ? null : device.codes();
    if (codes == null) {
      throw AwsError.accessDenied(
          FAILED
              + ", unable to validate MFA code.  Please verify your MFA serial number is valid and"
              + " associated with this user.");
    }
    return codes;
  }
}
