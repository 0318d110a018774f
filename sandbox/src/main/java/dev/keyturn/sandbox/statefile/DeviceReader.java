package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads MFA devices.
 *
 * <pre>
 * device = { "SerialNumber" : serial, "Seed" : base32, "OffsetSeconds" : seconds,
 *            "EnableDate" : time, "Tags" : [ { "Key" : text, "Value" : text } … ] }
 * </pre>
 *
 * <p>Without a serial number it is a virtual device with the user's name. A virtual device without
 * a seed, and any device with an empty one, gets a made-up seed; a passkey or hardware token
 * without a seed has codes nobody can check.
 */
final class DeviceReader {
  private static final int DAY_SECONDS = 24 * 3600;

  private final Account account;
  private final Identifiers identifiers;
  private final Instant now;

  DeviceReader(Account account, Identifiers identifiers, Instant now) {
    this.account = account;
    this.identifiers = identifiers;
    this.now = now;
  }

  void readAll(Field owner, User user) {
    String name = user == account.root() ? "root-account-mfa-device" : user.name();
    owner.list(
        "MFADevices",
        field -> {
          MfaDevice device = read(field, name);
          device.attach(user, field.time("EnableDate", now));
          return device;
        });
    if (account.devicesOf(user).size() > 8) {
      throw owner.wrong("more than eight MFA devices");
    }
  }

  /** Devices of nobody are not enabled: a date of that must be one, and says nothing. */
  void readUnassigned(Field accountField) {
    accountField.list(
        "VirtualMFADevices",
        field -> {
          Instant unused = field.time("EnableDate", now);
          return read(field, "device");
        });
  }

  private MfaDevice read(Field field, String name) {
    field.object(Set.of("SerialNumber", "Seed", "OffsetSeconds", "EnableDate", "Tags"));
    String serial = field.text("SerialNumber", account.arn("iam", "mfa/" + name));
    if (serial.length() < 9 || serial.length() > 256) {
      throw field.wrong("\"SerialNumber\" must have 9 to 256 characters");
    }
    if (account.device(serial) != null) {
      throw field.wrong("a second device " + serial);
    }
    MfaDevice device = new MfaDevice(serial, codes(field, serial));
    device.tags().addAll(Names.tags(field));
    account.add(device);
    return device;
  }

  private @Nullable CodeCheck codes(Field field, String serial) {
    String seed = field.text("Seed");
    int offset = field.number("OffsetSeconds", -DAY_SECONDS, DAY_SECONDS, 0);
    if (seed == null && !serial.contains(":mfa/")) {
      return null;
    }
    try {
      return new CodeCheck(seed == null || seed.isEmpty() ? identifiers.seed() : seed, offset);
    } catch (IllegalArgumentException e) {
      throw field.wrong("\"Seed\" is " + e.getMessage());
    }
  }
}
