package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.store.StorePlace;

/** A place for keys, as an option value. */
public final class PlaceValue extends Value<StorePlace> {

  private static final PlaceValue PLACE = new PlaceValue();

  private static final String SAFER =
      "keychain, encrypted-file[:FILE], pass[:FOLDER],"
          + " pkcs11:token=LABEL?module-path=LIBRARY or program:COMMAND";

  private static final String KINDS = "aws-files, " + SAFER;

  /** The new place of the key. */
  public static final ValueOption<StorePlace> TO = to("Where the key goes: ");

  /** A place that can be unlocked. */
  public static final Argument<StorePlace> LOCKABLE =
      Argument.optional(
          PLACE, "The place: keychain or encrypted-file[:FILE] (default: encrypted-file).");

  private PlaceValue() {
    super("PLACE", "keychain");
  }

  /** An option for the new place of a key, whose text begins with the given words. */
  public static ValueOption<StorePlace> to(String begin) {
    return new ValueOption<>("--to", PLACE, begin + KINDS + ".");
  }

  /** A word for a place other than the AWS files, whose text begins with the given words. */
  public static Argument<StorePlace> safer(String begin) {
    return Argument.required(PLACE, begin + SAFER + ".");
  }

  /** Any number of places. */
  public static Argument<StorePlace> any() {
    return Argument.any(PLACE, "Places to show (default: those in use, and the usual ones).");
  }

  /** The present place of the key. */
  public static ValueOption<StorePlace> from() {
    return new ValueOption<>("--from", PLACE, "Fail unless the key is in PLACE now.");
  }

  /** The same, with a text that begins with the given words. */
  public static ValueOption<StorePlace> from(String begin) {
    return new ValueOption<>("--from", PLACE, begin + KINDS + ".");
  }

  /**
   * The value of {@link #TO}.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when it is missing
   */
  public static StorePlace target(Arguments arguments) {
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
