package dev.keyturn.cli.command.port;

import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.domain.text.VisibleText;
import java.time.Duration;

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

  /** Shows a QR code; false if the terminal cannot, or its window is too low for it. */
  default boolean draw(QrCode code) {
    return false;
  }
}
