package dev.keyturn.cli.adapter.terminal;

import java.util.function.Consumer;

/**
 * The line that shows how far something is, in place of what it showed before. Not while something
 * is asked: the person is typing in that line. Thread-safe.
 */
final class ProgressLine {

  private final Consumer<String> screen;
  private int pauses;
  private boolean isShown;

  /** Written to {@code screen}. */
  ProgressLine(Consumer<String> screen) {
    this.screen = screen;
  }

  /** The time of a question. */
  interface Pause extends AutoCloseable {
    @Override
    void close();
  }

  /** Shows {@code text}; an empty one takes away what is there. */
  synchronized void show(String text) {
    if (pauses == 0 && (isShown || !text.isEmpty())) {
      screen.accept("\r" + text + "\u001b[K");
      isShown = !text.isEmpty();
    }
  }

  /** Takes away what is there, and shows nothing until that is closed. */
  synchronized Pause pause() {
    show("");
    pauses++;
    return this::goOn;
  }

  private synchronized void goOn() {
    pauses--;
  }
}
