package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Signals;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The mode of a terminal during a prompt, until it is closed or the process ends, for example by
 * Ctrl-C: with or without echo, or key by key. Ctrl-\ is a character in this mode and ends a line:
 * as a signal it would make the JVM print its threads.
 */
final class Echo implements AutoCloseable {

  private static final String[] ON = {"quit", "undef", "eol", "^\\"};
  private static final String[] KEYS = {
    "-echo", "-icanon", "min", "1", "time", "0", "intr", "undef", "quit", "undef"
  };
  private static final String[] OFF = {"-echo", "quit", "undef", "eol", "^\\"};

  /** Erases the cursor's line and the lines below. */
  static final String CLEAR = "\r\u001b[J";

  /** Restored if stty does not report the previous mode. */
  private static final String UNKNOWN = "echo";

  private final @Nullable File terminal;
  private final String[] mode;
  private final String last;
  private final String before;
  private boolean closed;
  private Signals.@Nullable Watch end;

  private Echo(@Nullable File terminal, String last, String... mode) {
    this.terminal = terminal;
    this.last = last;
    this.mode = mode;
    String known = stty("-g");
    this.before = known.isEmpty() ? UNKNOWN : known;
  }

  /** No echo on {@code terminal}. Windows shows what is typed: its console has no stty. */
  static Echo off(File terminal, boolean windows, Signals signals) {
    return begin(new Echo(windows ? null : terminal, "\n", OFF), signals);
  }

  /** With echo. */
  static Echo on(File terminal, boolean windows, Signals signals) {
    return begin(new Echo(windows ? null : terminal, "\n", ON), signals);
  }

  /** Reads each key at once without echo, including Ctrl-C but not Ctrl-Z; null if impossible. */
  static @Nullable Echo keys(File terminal, Signals signals) {
    Echo echo = new Echo(terminal, CLEAR, KEYS);
    return echo.before.equals(UNKNOWN) ? null : begin(echo, signals);
  }

  private static Echo begin(Echo echo, Signals signals) {
    echo.end = signals.atEnd(echo::interrupted);
    echo.again();
    return echo;
  }

  /**
   * Sets the mode once more, unless it is closed: a shell sets its own mode while this process is
   * stopped. Called by the thread that is notified of the continuation.
   */
  synchronized void again() {
    if (!closed) {
      stty(mode);
    }
  }

  /** The prompt of the shell begins on a line of its own. */
  private void interrupted() {
    restore();
    if (terminal != null) {
      try (OutputStream out = new FileOutputStream(terminal)) {
        out.write(last.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // The terminal is gone.
      }
    }
  }

  private void restore() {
    stty(before);
  }

  @Override
  public synchronized void close() {
    closed = true;
    restore();
    if (end != null) {
      end.close();
    }
  }

  /** Without stty the code is visible as it is typed; it is valid for 30 seconds at most. */
  private String stty(String... words) {
    return terminal == null ? "" : Stty.run(terminal, words);
  }
}
