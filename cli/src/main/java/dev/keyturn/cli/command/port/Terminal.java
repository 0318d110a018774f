package dev.keyturn.cli.command.port;

import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.domain.text.VisibleText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person at the controlling terminal, who is there even when the standard streams are pipes.
 * Every method that shows or asks throws {@code Failure.NoTerminal} when there is none, and {@code
 * Failure.Interrupted} when the person ends the input. What is shown is {@link VisibleText}.
 */
public interface Terminal {

  /** Whether there is a person. */
  boolean isPresent();

  /** How wide it is; 80 columns where nobody knows. */
  default int columns() {
    return 80;
  }

  /** Shows a line. */
  void show(String line);

  /** Asks for a line, which is shown as it is typed. */
  String ask(String prompt);

  /** Asks for a line, which is not shown as it is typed. */
  String askSecret(String prompt);

  /**
   * Waits, showing the time left.
   *
   * @param what what comes then, for example {@code next code}
   */
  void countDown(String what, Duration wait);

  /** Shows how far something is, in place of what it showed before; an empty text takes it away. */
  void progress(String text);

  /** Its keys, one by one until they are closed; null where it is read by lines only. */
  default @Nullable Keys keys() {
    return null;
  }

  /** The keys of a terminal, and lines below each other that replace the ones before. */
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

    /** Takes away what was drawn. */
    @Override
    void close();
  }

  /**
   * A key.
   *
   * @param text the character of {@code TEXT}; else empty
   */
  record Key(Kind kind, String text) {

    /** What a key is for. */
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

  /** Shows a QR code; false if the terminal cannot, or its window is too low for it. */
  default boolean draw(QrCode code) {
    return false;
  }
}
