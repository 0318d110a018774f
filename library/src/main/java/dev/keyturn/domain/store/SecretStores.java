package dev.keyturn.domain.store;

/** The port to the stores of this computer. Thread-safe. */
public interface SecretStores {

  /**
   * The store at {@code place}, the same one for the same place. Touches nothing yet.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Unavailable} where this
   *     system has no store of that kind
   */
  SecretStore at(StorePlace place);

  /**
   * The canonical name of a place that can be written in several ways: places are the same if these
   * names are equal.
   */
  default StorePlace canonical(StorePlace place) {
    return place;
  }

  /**
   * Locks every store that Keyturn itself keeps open for other processes.
   *
   * @return whether one was open
   */
  default boolean lockAll() {
    return false;
  }
}
