package dev.keyturn.cli.app;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.domain.failure.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A terminal where a person types the lines of a story; without lines there is no terminal. */
final class ScriptedTerminal implements Terminal {

  private final boolean present;
  private final Deque<String> typed;
  private final HeldClock clock;
  private final List<String> screen = new ArrayList<>();

  ScriptedTerminal(List<String> typed, HeldClock clock) {
    this.present = !typed.isEmpty();
    this.typed = new ArrayDeque<>(typed);
    this.clock = clock;
  }

  List<String> screen() {
    return screen;
  }

  @Override
  public boolean isPresent() {
    return present;
  }

  @Override
  public void show(String line) {
    screen.add(Outcome.SHOWN + line);
  }

  @Override
  public String ask(String prompt) {
    return answer(prompt);
  }

  @Override
  public String askSecret(String prompt) {
    return answer(prompt);
  }

  private String answer(String prompt) {
    show(prompt);
    String line = typed.isEmpty() ? "^D" : typed.remove();
    screen.add(Outcome.TYPED);
    if (line.equals("^D") || line.equals("^C")) {
      throw new Failure.Interrupted().exception();
    }
    return line;
  }

  /** Time flies, here and, through the story's clock, for the device. */
  @Override
  public void countDown(String what, Duration wait) {
    show(what + " in " + wait.toSeconds() + " s");
    clock.advance(wait);
  }

  @Override
  public void progress(String text) {
    show(text);
  }
}
