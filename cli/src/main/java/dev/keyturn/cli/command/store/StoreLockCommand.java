package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.domain.store.StorePlace;

/** {@code keyturn store lock}: locks a store immediately. */
public final class StoreLockCommand implements Command {

  private final Places places;
  private final Output output;

  /** Of {@code places}. */
  public StoreLockCommand(Places places, Output output) {
    this.places = places;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().taking(PlaceValue.LOCKABLE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.PERSON_NEEDED)
        .example("keyturn store lock", "end the agent that keeps the encrypted file open")
        .example("keyturn store lock keychain", "lock the keychain, for all programs");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    StorePlace place = places.chosen(arguments);
    places.lockable(place, "lock").lock();
    output.line(place.kind().title() + " is locked");
    output.error("next: " + Places.line("unlock", place));
    return ExitCode.DONE;
  }
}
