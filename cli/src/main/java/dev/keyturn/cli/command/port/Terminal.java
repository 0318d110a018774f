package dev.keyturn.cli.command.port;

import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.domain.text.VisibleText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The controlling terminal with its user, which exists even when the standard streams are pipes.
 * Every method that shows or asks throws {@code Failure.NoTerminal} when there is none, and {@code
 * Failure.Interrupted} when the person ends the input. What is shown is {@link VisibleText}.
 */
public interface Terminal {

  /** Whether there is a terminal. */
  boolean isPresent();

  /** Its width in columns; 80 if unknown. */
  default int columns() {
    return 80;
  }

  /** Restores its mode when another program that asks on it has ended, or this process ends. */
  default Signals.Watch keepMode() {
    return () -> {};
  }

  /** Shows a line. */
  void show(String line);

  /** Asks for a line, with echo. */
  String ask(String prompt);

  /** Asks for a line, without echo. */
  String askSecret(String prompt);

  /**
   * Waits, showing the time left.
   *
   * @param what what is waited for, for example {@code next code}
   */
  void countDown(String what, Duration wait);

  /** Shows progress, replacing the previous text; an empty text removes it. */
  void progress(String text);

  /** Its keys, one by one until closed; null if it can only be read line by line. */
  default @Nullable Keys keys() {
    return null;
  }

  /** The keys of a terminal, with a redrawn area of lines. */
  interface Keys extends AutoCloseable {

    /**
     * The next key.
     *
     * @throws dev.keyturn.domain.failure.FailureException {@code Interrupted} for Ctrl-C, Ctrl-D
     *     and Esc
     */
    Key next();

    /** Shows {@code lines}, cut at the right edge, with the cursor at the end of the first one. */
    void draw(List<String> lines);

    /** How many lines it can show. */
    int rows();

    /** Erases the drawn lines. */
    @Override
    void close();
  }

  /**
   * A key.
   *
   * @param text the character of {@code TEXT}; else empty
   */
  record Key(Kind kind, String text) {

    /** The kinds of keys. */
    public enum Kind {
      TEXT,
      UP,
      DOWN,
      PAGE_UP,
      PAGE_DOWN,
      ENTER,
      ERASE,
      ERASE_ALL,
      OTHER
    }
  }

  /**
   * Shows a QR code below {@code lines}; false if the terminal cannot, or its window has too few
   * rows for the code: nothing is shown then.
   */
  default boolean draw(List<String> lines, QrCode code) {
    return false;
  }
}
