package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;

import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads MFA devices. Without a serial number it is a virtual device with the user's name. A virtual
 * device without a seed, and any device with an empty one, gets a random seed; nobody can check the
 * codes of a passkey or hardware token without a seed.
 */
final class DeviceReader {
  private final Account account;
  private final Identifiers identifiers;
  private final Instant now;

  DeviceReader(Account account, Identifiers identifiers, Instant now) {
    this.account = account;
    this.identifiers = identifiers;
    this.now = now;
  }

  /** The devices of a user. */
  void readAll(Field owner, User user) {
    String name = user == account.root() ? "root-account-mfa-device" : user.name();
    for (Field field : owner.get(DEVICES)) {
      attach(field, name, user);
    }
  }

  private MfaDevice attach(Field field, String name, User user) {
    MfaDevice device = read(field, name);
    device.attach(user, field.get(DEVICE_ENABLED, now));
    return device;
  }

  /** One more device of a user: without a serial number, one with the next free name. */
  MfaDevice readMore(Field field, User user) {
    String name = user.name();
    for (int i = 2; account.device(account.arn("iam", "mfa/" + name)) != null; i++) {
      name = user.name() + "-" + i;
    }
    return attach(field, name, user);
  }

  /** A device that nobody has enabled: its date, if there is one, has no meaning. */
  MfaDevice readUnassigned(Field field) {
    Instant unused = field.find(DEVICE_ENABLED);
    return read(field, "device");
  }

  private MfaDevice read(Field field, String name) {
    String serial = field.get(DEVICE_SERIAL, account.arn("iam", "mfa/" + name));
    if (account.device(serial) != null) {
      throw field.wrong("a second device " + serial);
    }
    MfaDevice device = new MfaDevice(serial, codes(field, serial));
    device.tags().addAll(PolicyReader.tags(field));
    account.add(device);
    return device;
  }

  private @Nullable CodeCheck codes(Field field, String serial) {
    String seed = field.find(DEVICE_SEED);
    int offset = field.get(DEVICE_OFFSET);
    if (seed == null && !serial.contains(":mfa/")) {
      return null;
    }
    CodeCheck codes =
        new CodeCheck(seed == null || seed.isEmpty() ? identifiers.seed() : seed, offset);
    field.get(DEVICE_USED_STEPS).forEach(step -> codes.use(step.longValue()));
    return codes;
  }
}
