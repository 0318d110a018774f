package dev.keyturn.domain.session.make;

import dev.keyturn.domain.mfa.MfaCodeSource;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Codes from a machine: the next one is available in its time step, and nobody can correct a wrong
 * one.
 */
public abstract class UnattendedCodeSource implements MfaCodeSource {

  private final Consumer<String> notes;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param notes takes messages for the user
   * @param pause sleeps
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
