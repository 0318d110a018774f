package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Secret;
import java.util.Optional;

/** The port to the person or program that knows the passphrase or PIN of a store. */
public interface Passphrases {

  /**
   * Asks for the passphrase or PIN of {@code place}, and again after a wrong answer.
   *
   * @param tries how many wrong answers are allowed; a token counts them and locks itself
   * @return the result of {@code attempt} for the right answer
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Locked} when nobody can
   *     be asked, {@code StoreFailure.WrongPassphrase} when no answer was right
   */
  <T> T open(Question question, int tries, Attempt<T> attempt);

  /**
   * Asks for a new passphrase, twice if a person types it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Locked} when nobody can
   *     be asked
   */
  Secret choose(Question question);

  /** Whether a person may be asked, also by a dialog: not while serving requests. */
  boolean asksPeople();

  /**
   * A passphrase or PIN to ask for.
   *
   * @param place the store it opens
   * @param what {@code passphrase} or {@code PIN}
   * @param of the store in a sentence, such as the path of a file
   */
  record Question(StorePlace place, String what, String of) {}

  /** Tries an answer. */
  interface Attempt<T> {
    /** The opened content; empty for a wrong answer. */
    Optional<T> with(Secret answer);

    /** The content that another process opened, which asked before; empty if nothing is shared. */
    default Optional<T> openedByOthers() {
      return Optional.empty();
    }

    /**
     * Shares {@code opened} with processes that wait to ask for the same, for a minute.
     *
     * @return whether it can be shared
     */
    default boolean share(T opened) {
      return false;
    }
  }
}
