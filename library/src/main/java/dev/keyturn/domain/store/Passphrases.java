package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Secret;
import java.util.Optional;

/** The port to the person or program that knows the passphrase or PIN of a place. */
public interface Passphrases {

  /**
   * Asks for what opens {@code place}, and again after a wrong answer.
   *
   * @param tries how many wrong answers a person may give; a token counts them, and locks itself
   * @return what {@code attempt} made of the right answer
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Locked} when nobody can
   *     be asked, {@code StoreFailure.WrongPassphrase} when no answer was right
   */
  <T> T open(Question question, int tries, Attempt<T> attempt);

  /**
   * Asks for a new passphrase, twice where a person types it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Locked} when nobody can
   *     be asked
   */
  Secret choose(Question question);

  /** Whether a person may be asked, also by a dialog: not where requests are answered. */
  boolean asksPeople();

  /**
   * What is asked for.
   *
   * @param place the place it opens
   * @param what {@code passphrase} or {@code PIN}
   * @param of the place in a sentence, such as the path of a file
   */
  record Question(StorePlace place, String what, String of) {}

  /** Tries an answer. */
  interface Attempt<T> {
    /** What it opened; empty when it is wrong. */
    Optional<T> with(Secret answer);

    /** What another process has opened, which asked before; empty where nothing is shared. */
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
