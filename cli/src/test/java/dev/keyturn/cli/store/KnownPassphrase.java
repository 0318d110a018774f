package dev.keyturn.cli.store;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.store.Passphrases;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who types these, one after the other; the last one again and again. */
final class KnownPassphrase implements Passphrases {

  private final Deque<String> answers;
  int asked;

  KnownPassphrase(String... answers) {
    this.answers = new ArrayDeque<>(List.of(answers));
  }

  private Secret next() {
    asked++;
    String answer = answers.size() > 1 ? answers.remove() : answers.getFirst();
    return Secret.of(answer);
  }

  @Override
  public <T> T open(Question question, int tries, Attempt<T> attempt) {
    for (int i = 0; i < tries; i++) {
      Optional<T> opened = attempt.with(next());
      if (opened.isPresent()) {
        return opened.get();
      }
    }
    throw new StoreFailure.WrongPassphrase(question.of(), question.what(), "").exception();
  }

  @Override
  public boolean asksPeople() {
    return true;
  }

  @Override
  public Secret choose(Question question) {
    return next();
  }
}
