package dev.keyturn.domain.mfa;

/**
 * An MFA device, known by its serial number.
 *
 * @param serialNumber an ARN for virtual devices and passkeys, plain text for hardware tokens
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_MFADevice.html">MFADevice</a>
 */
public record MfaDevice(String serialNumber) {

  /** What kind of device a serial number names. IAM has no field for it: only the serial says. */
  public enum Kind {
    /** An authenticator app: {@code arn:…:mfa/name}. */
    VIRTUAL,
    /** A token with a display: a serial that is not an ARN, such as {@code GAHT12345678}. */
    HARDWARE,
    /** A FIDO security key or passkey, which generates no codes for STS: {@code arn:…:u2f/…}. */
    PASSKEY
  }

  /** The kind, derived from the form of the serial number. */
  public Kind kind() {
    if (!serialNumber.startsWith("arn:")) {
      return Kind.HARDWARE;
    }
    return serialNumber.contains(":u2f/") ? Kind.PASSKEY : Kind.VIRTUAL;
  }

  /** The virtual device called {@code name} in the account of the user with ARN {@code user}. */
  public static MfaDevice virtual(String user, String name) {
    return new MfaDevice(user.substring(0, user.lastIndexOf(':')) + ":mfa/" + name);
  }

  /** Whether {@code text} is its serial number, or the name of a virtual one. */
  public boolean isMeantBy(String text) {
    return serialNumber.equals(text) || serialNumber.endsWith("/" + text);
  }

  /** Whether the device can generate six-digit codes. */
  public boolean givesCodes() {
    return kind() != Kind.PASSKEY;
  }

  @Override
  public String toString() {
    return serialNumber;
  }
}
