package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceCheck;
import dev.keyturn.domain.iam.device.DeviceCheck.Checked;
import dev.keyturn.domain.iam.device.DeviceCheck.Watcher;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code keyturn mfa test}: proves that a device works. */
public final class MfaTestCommand implements Command {

  private static final Flag CLOCK =
      Option.flag(
          "--clock", "Measure the device's clock too: you press Enter as the code changes.");

  /** With this difference, AWS refuses some codes of the device. */
  private static final Duration MUCH = Duration.ofSeconds(10);

  private final ProfileUsers users;
  private final DeviceChoice devices;
  private final DeviceCheck check;
  private final Terminal terminal;
  private final Output output;

  public MfaTestCommand(
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
    return Syntax.of(CLOCK, ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(DeviceChoice.DEVICE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn mfa test -p account1", "have AWS check a code")
        .example("keyturn mfa test --clock", "also see how far the device's clock is off");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments);
    MfaDevice device = devices.givingCodes(arguments, user);
    Watcher watcher = CLOCK.in(arguments) ? this::seesNextCode : nobody -> false;
    Checked checked = test(arguments, user, device, watcher);
    if (CommonOptions.wantsJson(arguments)) {
      output.line(Json.object(to -> members(to, checked)));
    } else {
      output.line("AWS accepted the code of " + device + clock(user, checked.ahead()));
      output.error("next: " + ShellCommand.of("keyturn", "login", user.profile().name()));
    }
    return ExitCode.DONE;
  }

  /** A login would use the code up. */
  private Checked test(Arguments arguments, UserCalls user, MfaDevice device, Watcher watcher) {
    try {
      return check.test(user, device, watcher);
    } catch (FailureException e) {
      if (e.failure().name() != FailureName.NO_TERMINAL) {
        throw e;
      }
      throw new Failure.NoTerminal(
              e.failure().message(), "in a terminal: " + arguments.typed().without())
          .exception(e);
    }
  }

  private boolean seesNextCode(MfaDevice device) {
    terminal.ask("Press Enter at the moment " + device + " shows its next code: ");
    return true;
  }

  private static void members(JsonGenerator to, Checked checked) {
    to.writeStringProperty("device", checked.device().serialNumber());
    to.writeBooleanProperty("accepted", true);
    Duration ahead = checked.ahead();
    if (ahead == null) {
      to.writeNullProperty("clock_ahead_seconds");
    } else {
      to.writeNumberProperty("clock_ahead_seconds", ahead.toSeconds());
    }
  }

  private static String clock(UserCalls user, @Nullable Duration ahead) {
    if (ahead == null) {
      return "";
    }
    long seconds = ahead.abs().toSeconds();
    if (seconds <= 1) {
      return "; its clock agrees with AWS";
    }
    String repair =
        ahead.abs().compareTo(MUCH) < 0
            ? ""
            : "; set the clock of the device, or run: " + user.command("mfa", "resync");
    String direction = ahead.isNegative() ? " s behind AWS" : " s ahead of AWS";
    return "; its clock is " + seconds + direction + repair;
  }
}
