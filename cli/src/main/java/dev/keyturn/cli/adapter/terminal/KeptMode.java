package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Signals;
import java.io.File;

/**
 * The mode of a terminal while another program asks on it. Ctrl-C may end that program before it
 * switches echo on again.
 */
final class KeptMode {

  private final File terminal;
  private final String before;

  private KeptMode(File terminal, String before) {
    this.terminal = terminal;
    this.before = before;
  }

  /** Restores the mode that {@code terminal} has now when it is closed or this process ends. */
  static Signals.Watch of(File terminal, Signals signals) {
    KeptMode mode = new KeptMode(terminal, now(terminal));
    if (mode.before.isEmpty()) {
      return () -> {};
    }
    Signals.Watch end = signals.atEnd(mode::restore);
    return () -> {
      mode.restore();
      end.close();
    };
  }

  /** Setting it in the background would stop stty, so it is only done if needed. */
  private void restore() {
    if (!now(terminal).equals(before)) {
      Stty.run(terminal, before);
    }
  }

  private static String now(File terminal) {
    return Stty.run(terminal, "-g");
  }
}
