package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.UserCalls;

/**
 * The name of a virtual device.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html">CreateVirtualMFADevice</a>
 */
final class DeviceName {

  private static final String MARKS = "_+=,.@-";
  private static final int LONGEST = 226;

  private DeviceName() {}

  /** {@code text}, if AWS accepts it as a name. */
  static String parse(String text, UserCalls user) {
    if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(DeviceName::fits)) {
      throw new Failure.Usage(
              "'" + text + "' is not a valid device name: letters, digits and " + MARKS + " only",
              user.command("mfa", "enroll"))
          .exception();
    }
    return text;
  }

  private static boolean fits(int letter) {
    return (letter < 128 && Character.isLetterOrDigit(letter)) || MARKS.indexOf(letter) >= 0;
  }
}
