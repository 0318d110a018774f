package dev.keyturn.domain.session.make;

import dev.keyturn.domain.mfa.MfaCodeSource;
import java.time.Duration;
import java.util.function.Consumer;

/** Codes that a machine gives: another one when it is time, and nobody who corrects a wrong one. */
public abstract class UnattendedCodeSource implements MfaCodeSource {

  private final Consumer<String> notes;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param notes takes what the user should know
   * @param pause waits
   */
  protected UnattendedCodeSource(Consumer<String> notes, Consumer<Duration> pause) {
    this.notes = notes;
    this.pause = pause;
  }

  @Override
  public final boolean hasNext() {
    return true;
  }

  @Override
  public final void explain(String why) {
    notes.accept(why);
  }

  @Override
  public final void awaitNext(Duration wait) {
    notes.accept("waiting " + wait.toSeconds() + " s for the next code");
    pause.accept(wait);
  }
}
