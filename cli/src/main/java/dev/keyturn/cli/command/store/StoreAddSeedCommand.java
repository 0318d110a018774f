package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.OtpAuthUri;
import dev.keyturn.domain.store.move.SeedDeposit;
import dev.keyturn.domain.store.move.SeedDeposit.Seed;
import dev.keyturn.domain.text.ShellCommand;

/** {@code keyturn store add-seed}: stores the secret key of a profile's MFA device. */
public final class StoreAddSeedCommand implements Command {

  private final ProfileKey profiles;
  private final SeedDeposit seeds;
  private final Confirmation confirmation;
  private final Input input;
  private final Terminal terminal;
  private final Output output;

  public StoreAddSeedCommand(
      ProfileKey profiles, SeedDeposit seeds, Input input, Terminal terminal, Output output) {
    this.profiles = profiles;
    this.seeds = seeds;
    this.confirmation = new Confirmation(terminal);
    this.input = input;
    this.terminal = terminal;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.OPTION, PlaceValue.TO, Confirmation.YES)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO, ExitCode.PERSON_NEEDED)
        .example("keyturn store add-seed work --to encrypted-file", "ask for the secret key")
        .example(
            "keyturn store add-seed work --to encrypted-file <seed.txt",
            "read it, or its otpauth:// URI, from standard input");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Seed seed = seeds.of(profiles.plan(arguments), PlaceValue.target(arguments));
    seeds.check();
    output.note(
        "anyone who can open "
            + seed.place().kind().title()
            + " will be able to make MFA codes without your device; if it also has the access key,"
            + " MFA no longer protects the account");
    Secret secret = Secret.of(secret());
    if (seeds.replaces(seed, secret) && !confirmation.given(arguments, question(seed))) {
      output.note("nothing was changed");
      return ExitCode.NO;
    }
    seeds.keep(seed, secret);
    output.line(
        "put the secret key of "
            + seed.device()
            + " in "
            + seed.place().kind().title()
            + "; profile '"
            + seed.section()
            + "' takes its MFA codes from there");
    output.error("next: " + ShellCommand.of("keyturn", "login", seed.section()));
    return ExitCode.DONE;
  }

  private static String question(Seed seed) {
    return "Replace the other secret key of "
        + seed.device()
        + " in "
        + seed.place()
        + "? AWS cannot show it again.";
  }

  private String secret() {
    String typed =
        (input.isTerminal()
                ? terminal.askSecret("Secret key of the MFA device (base32): ")
                : input.line())
            .strip();
    try {
      return OtpAuthUri.secretKey(typed);
    } catch (IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      throw new Failure.Usage(
              problem, "type what AWS showed when the device was enrolled: " + ShellCommand.AGAIN)
          .exception();
    }
  }
}
