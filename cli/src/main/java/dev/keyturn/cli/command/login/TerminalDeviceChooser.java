package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaDevice;
import java.util.List;

/** Lets the person at the terminal choose a device by number. */
public final class TerminalDeviceChooser implements DeviceChooser {

  private final Terminal terminal;

  /** Asks at {@code terminal}. */
  public TerminalDeviceChooser(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public MfaDevice choose(String user, List<MfaDevice> devices) {
    if (!terminal.isPresent()) {
      throw new Failure.SeveralDevices(user, devices.stream().map(MfaDevice::serialNumber).toList())
          .exception();
    }
    terminal.show(user + " has several MFA devices:");
    for (int i = 0; i < devices.size(); i++) {
      terminal.show("  " + (i + 1) + "  " + devices.get(i));
    }
    while (true) {
      String typed =
          terminal.ask("Which one do you want to use? [1-" + devices.size() + "] ").strip();
      for (int i = 0; i < devices.size(); i++) {
        if (typed.equals(Integer.toString(i + 1))) {
          return devices.get(i);
        }
      }
    }
  }
}
