package dev.keyturn.cli.command.port.computer;

import java.time.Duration;

/** Dialogs on the screen, for when there is no terminal. */
public interface Dialogs {

  /** Whether there seems to be a screen, and a program that shows dialogs. */
  boolean isPresent();

  /**
   * Asks for a line.
   *
   * @param text the question, shown literally
   * @param hidden whether the answer is hidden as it is typed
   */
  Answer ask(String text, boolean hidden);

  /** How a dialog ended. */
  sealed interface Answer {

    /** With a line. */
    record Given(String line) implements Answer {
      /** Without the line. */
      @Override
      public String toString() {
        return "Given[****]";
      }
    }

    /** By the button or key that cancels it. */
    record Cancelled() implements Answer {}

    /** Nobody answered for {@code time}. */
    record NotAnswered(Duration time) implements Answer {}

    /** It could not be shown. */
    record NotShown(String why) implements Answer {}
  }
}
