package dev.keyturn.cli.command.port.computer;

import java.time.Duration;

/** The person in front of the screen, who answers a dialog where there is no terminal. */
public interface Dialogs {

  /** Whether there is a screen, as far as that can be known, and a program that shows dialogs. */
  boolean isPresent();

  /**
   * Asks for a line.
   *
   * @param text what is asked for; what is in it is shown as it is
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
