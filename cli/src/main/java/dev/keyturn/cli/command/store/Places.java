package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.store.LockableStore;
import dev.keyturn.domain.store.PassphraseStore;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;

/** The places that commands open and close. */
public final class Places {

  private static final StorePlace USUAL = StorePlace.parse("encrypted-file");

  private final SecretStores stores;

  /** Of {@code stores}. */
  public Places(SecretStores stores) {
    this.stores = stores;
  }

  /** The typed place, else the encrypted file. */
  StorePlace chosen(Arguments arguments) {
    return PlaceValue.LOCKABLE.firstIn(arguments).orElse(USUAL);
  }

  /** The command line for {@code verb} on {@code place}. */
  static String line(String verb, StorePlace place) {
    return place.equals(USUAL)
        ? ShellCommand.of("keyturn", "store", verb)
        : ShellCommand.of("keyturn", "store", verb, place.text());
  }

  /**
   * A place that can be opened for other processes.
   *
   * @param verb what is done to it
   * @throws FailureException usage, when {@code place} is not one
   */
  LockableStore lockable(StorePlace place, String verb) {
    if (place.kind() != StorePlace.Kind.AWS_FILES
        && stores.at(place) instanceof LockableStore lockable) {
      return lockable;
    }
    throw cannot(verb, place, "cannot be locked or unlocked");
  }

  /**
   * A place with a passphrase of Keyturn's.
   *
   * @throws FailureException usage, when {@code place} is not one
   */
  PassphraseStore withPassphrase(StorePlace place) {
    if (place.kind() != StorePlace.Kind.AWS_FILES
        && stores.at(place) instanceof PassphraseStore store) {
      return store;
    }
    throw cannot("change-passphrase", place, "has no passphrase that Keyturn could change");
  }

  private static FailureException cannot(String verb, StorePlace place, String why) {
    return new Failure.Usage(place.kind().title() + " " + why, line(verb, USUAL)).exception();
  }
}
