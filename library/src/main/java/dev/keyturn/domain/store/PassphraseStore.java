package dev.keyturn.domain.store;

/** A store whose passphrase Keyturn itself asks for and can change. */
public interface PassphraseStore extends LockableStore {

  /**
   * Asks for the old passphrase and a new one, and locks the store for all processes.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the methods of {@link SecretStore}; the
   *     old passphrase then still opens it
   */
  void changePassphrase();
}
