package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.domain.store.StorePlace;

/** {@code keyturn store change-passphrase}: encrypts a file with a new passphrase. */
public final class ChangePassphraseCommand implements Command {

  private final Places places;
  private final Output output;

  /** Of {@code places}. */
  public ChangePassphraseCommand(Places places, Output output) {
    this.places = places;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().taking(PlaceValue.LOCKABLE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.PERSON_NEEDED)
        .example("keyturn store change-passphrase", "ask for the old passphrase and a new one")
        .example(
            "keyturn store change-passphrase encrypted-file:/media/key/keys", "of another file");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    StorePlace place = places.chosen(arguments);
    places.withPassphrase(place).changePassphrase();
    output.line("the passphrase of " + place.kind().title() + " is changed, and it is locked");
    output.note("copies of the old file still open with the old passphrase");
    output.error("next: " + Places.line("unlock", place));
    return ExitCode.DONE;
  }
}
