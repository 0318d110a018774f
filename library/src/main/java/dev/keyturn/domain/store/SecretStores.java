package dev.keyturn.domain.store;

/** The port to the places of this computer. Thread-safe. */
public interface SecretStores {

  /**
   * The store at {@code place}, the same one for the same place. Touches nothing yet.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Unavailable} where this
   *     system has no place of that kind
   */
  SecretStore at(StorePlace place);

  /**
   * The one name of a place that can be written in several ways: two places are the same where
   * their names are.
   */
  default StorePlace canonical(StorePlace place) {
    return place;
  }

  /**
   * Locks every place that Keyturn itself keeps open for other processes.
   *
   * @return whether one was open
   */
  default boolean lockAll() {
    return false;
  }
}
