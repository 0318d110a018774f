package dev.keyturn.cli.adapter.terminal;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Switches off what a terminal shows of typed characters, until it is closed or the process ends,
 * by Ctrl-C too. Ctrl-\ is a character then, and ends a line: as a signal it would make the JVM
 * print its threads.
 */
final class Echo implements AutoCloseable {

  private static final String[] OFF = {"-echo", "quit", "undef", "eol", "^\\"};

  private final @Nullable File terminal;
  private final String before;
  private final Thread atExit = new Thread(this::interrupted, "echo-on");

  private Echo(@Nullable File terminal) {
    this.terminal = terminal;
    String mode = stty("-g");
    this.before = mode.isEmpty() ? "echo" : mode;
  }

  /** No echo on {@code terminal}. Windows shows what is typed: its console has no stty. */
  static Echo off(File terminal, boolean windows) {
    Echo echo = new Echo(windows ? null : terminal);
    Runtime.getRuntime().addShutdownHook(echo.atExit);
    echo.again();
    return echo;
  }

  /** Switches it off once more: a shell sets its own mode while this process is stopped. */
  void again() {
    stty(OFF);
  }

  /** The prompt of the shell begins on a line of its own. */
  private void interrupted() {
    on();
    if (terminal != null) {
      try (OutputStream out = new FileOutputStream(terminal)) {
        out.write('\n');
      } catch (IOException e) {
        // The terminal is gone.
      }
    }
  }

  private void on() {
    stty(before);
  }

  @Override
  public void close() {
    on();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook does it.
    }
  }

  /** Without stty the code is seen as it is typed: it is of use for 30 seconds at most. */
  private String stty(String... words) {
    return terminal == null ? "" : Stty.run(terminal, words);
  }
}
