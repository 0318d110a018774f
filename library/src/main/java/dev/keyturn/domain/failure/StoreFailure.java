package dev.keyturn.domain.failure;

import dev.keyturn.domain.text.ShellCommand;

/** A store for long-term keys cannot be used. */
public sealed interface StoreFailure extends Failure {

  /**
   * A store does not exist, or cannot be reached.
   *
   * @param hint with {@link #PROFILE} for a profile that is not known here
   */
  record Unavailable(String place, String why, String hint) implements StoreFailure {
    @Override
    public String message() {
      return "cannot use " + place + ": " + why;
    }

    @Override
    public Failure concerning(String profile) {
      return new Unavailable(place, why, hint.replace(PROFILE, ShellCommand.of(profile)));
    }
  }

  /** A store could not be opened: nobody could be asked, or nobody answered. */
  record Locked(String place, String why, String hint) implements StoreFailure {
    @Override
    public String message() {
      return place + " is locked: " + why;
    }
  }

  /**
   * A passphrase or PIN does not open the store.
   *
   * @param what {@code passphrase} or {@code PIN}
   */
  record WrongPassphrase(String place, String what, String hint) implements StoreFailure {
    @Override
    public String message() {
      return "wrong " + what + " for " + place;
    }
  }

  /** A store does not contain a secret that a profile refers to. */
  record Missing(String place, String item) implements StoreFailure {

    @Override
    public String message() {
      return place + " has no " + item;
    }

    @Override
    public String hint() {
      return "see where keys are: " + ShellCommand.of("keyturn", "store", "list");
    }
  }
}
