package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.store.StorePlace;

/** A place that keeps keys, as a user writes it. */
final class PlaceValue extends Value<StorePlace> {

  private static final PlaceValue PLACE = new PlaceValue();

  private static final String KINDS =
      "aws-files, keychain, encrypted-file[:FILE], pass[:FOLDER],"
          + " pkcs11:token=LABEL?module-path=LIBRARY or program:COMMAND";

  /** Where the key goes. */
  static final ValueOption<StorePlace> TO =
      new ValueOption<>("--to", PLACE, "Where the key goes: " + KINDS + ".");

  /** A place that can be unlocked. */
  static final Argument<StorePlace> LOCKABLE =
      Argument.optional(
          PLACE, "The place: keychain or encrypted-file[:FILE] (default: encrypted-file).");

  private PlaceValue() {
    super("PLACE", "keychain");
  }

  /** Any number of places. */
  static Argument<StorePlace> any() {
    return Argument.any(PLACE, "Places to show (default: those in use, and the usual ones).");
  }

  /** Where the key must be now. */
  static ValueOption<StorePlace> from() {
    return new ValueOption<>("--from", PLACE, "Fail unless the key is in PLACE now.");
  }

  /**
   * What {@link #TO} names.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when it is missing
   */
  static StorePlace target(Arguments arguments) {
    return TO.in(arguments)
        .orElseThrow(() ->
            new Failure.Usage("no place is named", arguments.typed().with(TO, PLACE.example()))
                .exception());
  }

  @Override
  public StorePlace parse(String text) {
    return StorePlace.parse(text);
  }
}
