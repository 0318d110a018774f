package dev.keyturn.cli.adapter.terminal;

import java.util.function.Consumer;

/**
 * A line that shows progress and is redrawn in place. It is hidden during a prompt, whose input is
 * typed on that line. Thread-safe.
 */
final class ProgressLine {

  private final Consumer<String> screen;
  private int pauses;
  private boolean isShown;

  /** Writes to {@code screen}. */
  ProgressLine(Consumer<String> screen) {
    this.screen = screen;
  }

  /** The duration of a prompt. */
  interface Pause extends AutoCloseable {
    @Override
    void close();
  }

  /** Shows {@code text}; an empty one clears the line. */
  synchronized void show(String text) {
    if (pauses == 0 && (isShown || !text.isEmpty())) {
      screen.accept("\r" + text + "\u001b[K");
      isShown = !text.isEmpty();
    }
  }

  /** Clears the line, and shows nothing until the result is closed. */
  synchronized Pause pause() {
    show("");
    pauses++;
    return this::goOn;
  }

  private synchronized void goOn() {
    pauses--;
  }
}
