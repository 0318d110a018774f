package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.SeedDeposit;
import dev.keyturn.domain.store.move.SeedDeposit.Seed;
import dev.keyturn.domain.text.ShellCommand;

/** {@code keyturn store remove-seed}: removes the secret key of an MFA device from its place. */
public final class StoreRemoveSeedCommand implements Command {

  private static final ValueOption<String> DEVICE =
      Option.text(
          "--device",
          "SERIAL",
          "Remove the secret key of this device (default: the device of the profile).");

  private static final ValueOption<StorePlace> FROM =
      PlaceValue.from("With --device and without a profile, the place that has it: ");

  private final ProfileKey profiles;
  private final SeedDeposit seeds;
  private final Confirmation confirmation;
  private final Output output;

  public StoreRemoveSeedCommand(
      ProfileKey profiles, SeedDeposit seeds, Confirmation confirmation, Output output) {
    this.profiles = profiles;
    this.seeds = seeds;
    this.confirmation = confirmation;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.OPTION, DEVICE, FROM, Confirmation.YES)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO, ExitCode.PERSON_NEEDED)
        .example("keyturn store remove-seed work", "show what would be removed, and ask")
        .example("keyturn store remove-seed work --yes", "remove it without asking")
        .example(
            "keyturn store remove-seed work --device arn:aws:iam::123456789012:mfa/old-phone",
            "remove the secret key of a device that is gone");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    MfaDevice device = DEVICE.in(arguments).map(MfaDevice::new).orElse(null);
    StorePlace from = FROM.in(arguments).orElse(null);
    if (device != null && from != null) {
      return removeUnused(arguments, device, from);
    }
    if (from != null) {
      throw new Failure.Usage("--from needs --device", "keyturn store list").exception();
    }
    SessionPlan plan = profiles.plan(arguments);
    Seed seed = device == null ? seeds.own(plan) : seeds.own(plan, device);
    if (!isWanted(arguments, seed.device(), seed.place())) {
      return ExitCode.NO;
    }
    String user = seeds.remove(seed);
    String what = "the secret key of " + seed.device();
    output.line(
        user == null
            ? "removed " + what + " from " + seed.place()
            : "kept " + what + " in " + seed.place() + ": profile '" + user + "' uses it");
    output.error("next: " + ShellCommand.of("keyturn", "login", seed.section()));
    return ExitCode.DONE;
  }

  private ExitCode removeUnused(Arguments arguments, MfaDevice device, StorePlace from) {
    if (ProfileChoice.PROFILE.isIn(arguments) || ProfileChoice.OPTION.isIn(arguments)) {
      throw new Failure.Usage("--from and a profile cannot be used together", "keyturn store list")
          .exception();
    }
    if (!isWanted(arguments, device, from)) {
      return ExitCode.NO;
    }
    seeds.remove(device, from);
    output.line("removed the secret key of " + device + " from " + from);
    return ExitCode.DONE;
  }

  private boolean isWanted(Arguments arguments, MfaDevice device, StorePlace from) {
    String question =
        "Remove the secret key of " + device + " from " + from + "? AWS cannot show it again.";
    boolean isWanted = confirmation.given(arguments, question);
    if (!isWanted) {
      output.note("nothing was changed");
    }
    return isWanted;
  }
}
