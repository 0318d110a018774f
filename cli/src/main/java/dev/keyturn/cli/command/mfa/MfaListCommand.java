package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceList;

/** {@code keyturn mfa list}: lists the user's MFA devices. */
public final class MfaListCommand implements Command {

  private final ProfileUsers users;
  private final DeviceList devices;
  private final DeviceReport report;

  public MfaListCommand(ProfileUsers users, DeviceList devices, DeviceReport report) {
    this.users = users;
    this.devices = devices;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT).rarely(ProfileUsers.RARE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn mfa list -p account1", "list the devices of the user of account1")
        .example("keyturn mfa list --output json", "list them for a program");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments);
    report.print(user, devices.of(user), CommonOptions.wantsJson(arguments));
    return ExitCode.DONE;
  }
}
