package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceCheck;
import dev.keyturn.domain.mfa.MfaDevice;

/** {@code keyturn mfa resync}: resynchronises a device's clock with AWS. */
public final class MfaResyncCommand implements Command {

  private final ProfileUsers users;
  private final DeviceChoice devices;
  private final DeviceCheck check;
  private final Terminal terminal;
  private final Output output;

  public MfaResyncCommand(
      ProfileUsers users,
      DeviceChoice devices,
      DeviceCheck check,
      Terminal terminal,
      Output output) {
    this.users = users;
    this.devices = devices;
    this.check = check;
    this.terminal = terminal;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(DeviceChoice.DEVICE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn mfa resync -p account1", "ask for two codes in a row")
        .example("keyturn mfa resync GAHT12345678", "resynchronize a hardware token");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (!terminal.isPresent()) {
      throw new Failure.NoTerminal(
              "resynchronizing needs two codes from the device, but there is no terminal to ask on",
              "in a terminal: " + arguments.typed().without())
          .exception();
    }
    UserCalls user = users.of(arguments);
    MfaDevice device = devices.givingCodes(arguments, user);
    check.resync(user, device);
    output.line(
        CommonOptions.wantsJson(arguments)
            ? Json.object(to -> to.writeStringProperty("device", device.serialNumber()))
            : device + " is in sync with AWS; to test it: " + user.command("mfa", "test"));
    return ExitCode.DONE;
  }
}
