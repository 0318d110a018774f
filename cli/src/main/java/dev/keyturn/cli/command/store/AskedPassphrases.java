package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.store.Passphrases;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Passphrases and PINs from the program that the environment names, else from the user. */
public final class AskedPassphrases implements Passphrases {

  private static final int SHORTEST = 8;

  private final Terminal terminal;
  private final Function<String, Optional<Secret>> program;
  private final Consumer<String> notes;
  private final PassphraseTurns turns;
  private volatile boolean silent;

  /**
   * Takes its collaborators.
   *
   * @param program the output of the program for a place; empty without a program
   * @param locks the locks with which processes take turns
   * @param notes takes messages why this process waits
   */
  public AskedPassphrases(
      Terminal terminal,
      Function<String, Optional<Secret>> program,
      Locks locks,
      Consumer<String> notes) {
    this.terminal = terminal;
    this.program = program;
    this.notes = notes;
    this.turns = new PassphraseTurns(locks, notes);
  }

  /** From now on no person is asked, because a request must not cause a prompt. */
  public void askNobody() {
    silent = true;
  }

  @Override
  public boolean asksPeople() {
    return !silent;
  }

  @Override
  public <T> T open(Question question, int tries, Attempt<T> attempt) {
    if (!canAsk()) {
      // Does not wait for a prompt that may never be answered.
      return ask(question, tries, attempt);
    }
    try (PassphraseTurns.Turn turn = turns.take(question)) {
      Optional<T> others = turn.hasWaited() ? attempt.openedByOthers() : Optional.empty();
      if (others.isPresent()) {
        return others.get();
      }
      T opened = ask(question, tries, attempt);
      if (turn.isWaitedFor() && attempt.share(opened)) {
        saySharing(question);
      }
      return opened;
    }
  }

  private void saySharing(Question question) {
    notes.accept(
        "other Keyturn processes waited for this passphrase, and can use the key for a minute");
    notes.accept(
        "hint: to keep it unlocked for longer: "
            + ShellCommand.of("keyturn", "store", "unlock", question.place().text()));
  }

  private <T> T ask(Question question, int tries, Attempt<T> attempt) {
    Optional<Secret> printed = printed(question);
    if (printed.isPresent()) {
      return attempt.with(printed.get()).orElseThrow(() -> wrong(question, true).exception());
    }
    checkPerson(question);
    for (int left = tries; left > 0; left--) {
      Optional<T> opened = attempt.with(typed(capital(question.what()), question));
      if (opened.isPresent()) {
        return opened.get();
      }
      if (left > 1) {
        terminal.show(wrong(question, false).message());
      }
    }
    throw wrong(question, false).exception();
  }

  @Override
  public Secret choose(Question question) {
    Optional<Secret> printed = printed(question);
    if (printed.isPresent()) {
      return longEnough(printed.get());
    }
    checkPerson(question);
    while (true) {
      Secret first = typed("New " + question.what(), question);
      if (first.length() < SHORTEST) {
        terminal.show("it must have at least " + SHORTEST + " characters");
      } else if (first.equals(typed("Again: new " + question.what(), question))) {
        return first;
      } else {
        terminal.show("the passphrases do not match");
      }
    }
  }

  private static Secret longEnough(Secret printed) {
    if (printed.length() < SHORTEST) {
      throw new Failure.Usage(
              (Variable.KEYTURN_STORE_PASSPHRASE_COMMAND + " printed " + printed.length())
                  + (" characters; a new passphrase needs at least " + SHORTEST),
              "sh -c \"$" + Variable.KEYTURN_STORE_PASSPHRASE_COMMAND + "\" | wc -c")
          .exception();
    }
    return printed;
  }

  private Optional<Secret> printed(Question question) {
    return program.apply(question.place().text());
  }

  private Secret typed(String what, Question question) {
    return Secret.of(terminal.askSecret(what + " for " + question.of() + ": "));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private boolean canAsk() {
    return !silent && terminal.isPresent();
  }

  private void checkPerson(Question question) {
    if (!canAsk()) {
      boolean unlocks = question.what().equals("passphrase");
      throw new StoreFailure.Locked(
              question.of(),
              silent
                  ? "a running endpoint cannot ask for its " + question.what()
                  : "there is no terminal to ask for its " + question.what() + " on",
              unlocks
                  ? ShellCommand.of("keyturn", "store", "unlock", question.place().text())
                  : "export " + Variable.KEYTURN_STORE_PASSPHRASE_COMMAND + "=COMMAND")
          .exception();
    }
  }

  private static StoreFailure wrong(Question question, boolean ofProgram) {
    String hint;
    if (ofProgram) {
      hint = "check what this prints: sh -c \"$" + Variable.KEYTURN_STORE_PASSPHRASE_COMMAND + "\"";
    } else if (question.what().equals("passphrase")) {
      hint = ShellCommand.of("keyturn", "store", "unlock", question.place().text());
    } else {
      hint = "check the PIN before you try again: a token locks itself after a few wrong PINs";
    }
    return new StoreFailure.WrongPassphrase(question.of(), question.what(), hint);
  }
}
