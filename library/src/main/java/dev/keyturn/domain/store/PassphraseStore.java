package dev.keyturn.domain.store;

/** A place whose passphrase Keyturn itself asks for and can change. */
public interface PassphraseStore extends LockableStore {

  /**
   * Asks for the old passphrase and a new one, and locks the place for all processes.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the methods of {@link SecretStore}; the
   *     old passphrase then still opens it
   */
  void changePassphrase();
}
