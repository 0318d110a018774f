package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.store.move.SeedDeposit;
import dev.keyturn.domain.store.move.SeedDeposit.Seed;
import dev.keyturn.domain.text.ShellCommand;

/** {@code keyturn store remove-seed}: removes the secret key of an MFA device from its place. */
public final class StoreRemoveSeedCommand implements Command {

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
    return Syntax.of(ProfileChoice.OPTION, Confirmation.YES).taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO, ExitCode.PERSON_NEEDED)
        .example("keyturn store remove-seed work", "show what would be removed, and ask")
        .example("keyturn store remove-seed work --yes", "remove it without asking");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Seed seed = seeds.own(profiles.plan(arguments));
    String question =
        "Remove the secret key of "
            + seed.device()
            + " from "
            + seed.place()
            + "? AWS cannot show it again.";
    if (!confirmation.given(arguments, question)) {
      output.note("nothing was changed");
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
}
