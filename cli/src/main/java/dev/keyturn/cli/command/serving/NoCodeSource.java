package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import java.util.List;

/** Nobody to ask: what happens in the background must not open a prompt. */
public final class NoCodeSource implements MfaCodeSource, DeviceChooser {

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    throw new Failure.NoTerminal(
            "profile '" + purpose + "' has no session, and an MFA code is needed for one",
            "keyturn login " + purpose)
        .exception();
  }

  @Override
  public MfaDevice choose(String user, List<MfaDevice> devices) {
    throw new Failure.SeveralDevices(user, devices.stream().map(MfaDevice::serialNumber).toList())
        .exception();
  }

  @Override
  public boolean isPresent() {
    return false;
  }
}
