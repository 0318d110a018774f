package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;

/** {@code keyturn store unlock}: opens a store for later commands. */
public final class StoreUnlockCommand implements Command {

  private static final Duration USUAL = Duration.ofHours(1);

  private static final ValueOption<Duration> FOR =
      Option.duration("--for", "How long an encrypted file stays open: 15m to 36h (default: 1h).");

  private final Places places;
  private final Output output;

  /** Of {@code places}. */
  public StoreUnlockCommand(Places places, Output output) {
    this.places = places;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FOR).taking(PlaceValue.LOCKABLE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.PERSON_NEEDED)
        .example("keyturn store unlock", "type the passphrase of the encrypted file once an hour")
        .example("keyturn store unlock --for 8h", "once a day")
        .example("keyturn store unlock keychain", "unlock the keychain");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    StorePlace place = places.chosen(arguments);
    Duration time = FOR.in(arguments, USUAL);
    boolean locksItself = places.lockable(place, "unlock").unlock(time);
    output.line(
        place.kind().title() + " is open" + (locksItself ? " for " + TimeText.left(time) : ""));
    output.error("next: " + ShellCommand.of("keyturn", "store", "list"));
    return ExitCode.DONE;
  }
}
