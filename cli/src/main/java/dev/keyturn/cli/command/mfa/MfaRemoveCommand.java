package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceList;
import dev.keyturn.domain.iam.device.DeviceRemoval;
import dev.keyturn.domain.iam.device.DeviceRemoval.Removed;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.store.move.KeyInventory.Seed;
import java.util.List;

/** {@code keyturn mfa remove}: removes an MFA device of the user. */
public final class MfaRemoveCommand implements Command {

  private static final Argument<String> DEVICE =
      Argument.required(Value.text("DEVICE"), "Name or serial number of the MFA device to remove.");

  private static final Flag FORCE =
      Option.flag("--force", "Remove the device even if the user has no other.");

  private final ProfileUsers users;
  private final DeviceList devices;
  private final DeviceRemoval removal;
  private final LeftSeeds seeds;
  private final Output output;

  public MfaRemoveCommand(
      ProfileUsers users,
      DeviceList devices,
      DeviceRemoval removal,
      LeftSeeds seeds,
      Output output) {
    this.users = users;
    this.devices = devices;
    this.removal = removal;
    this.seeds = seeds;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FORCE, ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(DEVICE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn mfa remove old-phone -p account1", "remove the device called old-phone")
        .example("keyturn mfa remove alice --force", "remove it although it is the only one");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments);
    MfaDevice device = devices.named(user, DEVICE.onlyIn(arguments));
    List<Seed> left = seeds.of(device);
    Removed removed = removal.remove(user, device, FORCE.in(arguments));
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json(removed));
    } else {
      output.line(
          removed.wasEnabled()
              ? device + " is removed"
              : device + " was removed; it was not assigned to a user");
      ChangedLines.print(output, removed.changes());
      seeds.print(left);
      String next = FORCE.in(arguments) ? "enroll" : "list";
      output.error("next: " + user.command("mfa", next));
    }
    return ExitCode.DONE;
  }

  private static String json(Removed removed) {
    return Json.object(to -> {
      to.writeStringProperty("device", removed.device().serialNumber());
      to.writeBooleanProperty("was_enabled", removed.wasEnabled());
      ChangedLines.write(to, removed.changes());
    });
  }
}
