package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.Enrollment.Request;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.store.move.KeyInventory.Seed;
import java.util.List;

/** {@code keyturn mfa replace}: enrolls a new device, then removes the old one. */
public final class MfaReplaceCommand implements Command {

  private static final ValueOption<String> NAME =
      Option.text("--name", "NAME", "Name of the new device (default: the user's name).");

  private final ProfileUsers users;
  private final DeviceChoice devices;
  private final EnrollmentRun run;
  private final LeftSeeds seeds;

  public MfaReplaceCommand(
      ProfileUsers users, DeviceChoice devices, EnrollmentRun run, LeftSeeds seeds) {
    this.users = users;
    this.devices = devices;
    this.run = run;
    this.seeds = seeds;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            NAME,
            EnrollmentRun.QR_FILE,
            EnrollmentRun.SHOW_SECRET,
            ProfileChoice.ONLY_OPTION,
            CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(DeviceChoice.DEVICE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn mfa replace -p account1", "move to a new phone")
        .example("keyturn mfa replace alice --name phone", "replace device alice by phone");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments);
    MfaDevice old = devices.replaced(arguments, user);
    List<Seed> left = seeds.of(old);
    ExitCode exit = run.run(arguments, user, new Request(NAME.in(arguments).orElse(null), old));
    seeds.print(left);
    return exit;
  }
}
