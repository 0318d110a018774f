package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceList;
import dev.keyturn.domain.iam.device.DeviceList.Devices;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaDevice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The device of a command: the one that was typed, is in use, or is chosen. */
public final class DeviceChoice {

  static final Argument<String> DEVICE =
      Argument.optional(
          Value.text("DEVICE"),
          "Name or serial number of the MFA device (default: the one in use).");

  private final DeviceList list;
  private final DeviceChooser chooser;

  public DeviceChoice(DeviceList list, DeviceChooser chooser) {
    this.list = list;
    this.chooser = chooser;
  }

  /** A device that generates codes. */
  MfaDevice givingCodes(Arguments arguments, UserCalls user) {
    MfaDevice typed = typed(arguments, user);
    if (typed == null) {
      return inUse(user);
    }
    if (!typed.givesCodes()) {
      throw new ProfileFailure.PasskeyNamed(user.profile().name(), typed.serialNumber())
          .exception();
    }
    return typed;
  }

  /** A device to be removed, which need not work. */
  MfaDevice replaced(Arguments arguments, UserCalls user) {
    MfaDevice typed = typed(arguments, user);
    return typed == null ? inUse(user) : typed;
  }

  private @Nullable MfaDevice typed(Arguments arguments, UserCalls user) {
    return DEVICE.firstIn(arguments).map(text -> list.named(user, text)).orElse(null);
  }

  private MfaDevice inUse(UserCalls user) {
    Devices devices = list.of(user);
    MfaDevice used = devices.used();
    if (used != null) {
      return used;
    }
    List<MfaDevice> giving = devices.givingCodes();
    if (giving.isEmpty()) {
      boolean hasOthers = !devices.enabled().isEmpty();
      throw new ProfileFailure.NoDevice(devices.user(), hasOthers, user.profile().name())
          .exception();
    }
    return chooser.choose(devices.user(), giving);
  }
}
