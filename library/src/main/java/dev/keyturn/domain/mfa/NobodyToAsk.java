package dev.keyturn.domain.mfa;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;

/** Refuses to ask for a code or a choice, for work in the background. */
public final class NobodyToAsk implements MfaCodeSource, DeviceChooser {

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    throw new Failure.NoTerminal(
            "profile '" + purpose + "' has no valid session, and a new one needs an MFA code",
            ShellCommand.of("keyturn", "login", purpose))
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
