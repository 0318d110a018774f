package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.session.make.CallTrace;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Shows which endpoint a command waits for, until it answers. Only for calls in the thread that
 * runs the command: the user does not wait for the others, and a program that they serve may be
 * using the screen. Thread-safe.
 */
public final class SlowCalls implements CallTrace {

  private final Terminal terminal;
  private final BooleanSupplier isWatched;
  private final Consumer<String> trace;
  private final Thread ofCommand = Thread.currentThread();

  /**
   * Shows it on {@code terminal}; {@code trace} takes the lines about calls. Must be created in the
   * thread that runs the command.
   *
   * @param isWatched whether a person reads this program's output; asked only when a call is slow,
   *     since the check takes as long as a cached answer with a pipe
   */
  public SlowCalls(Terminal terminal, BooleanSupplier isWatched, Consumer<String> trace) {
    this.terminal = terminal;
    this.isWatched = isWatched;
    this.trace = trace;
  }

  @Override
  public void line(String text) {
    trace.accept(text);
  }

  @Override
  public void waitsFor(URI endpoint) {
    show("waiting for " + endpoint.getHost());
  }

  @Override
  public void waitIsOver() {
    show("");
  }

  private void show(String text) {
    if (Thread.currentThread().equals(ofCommand)
        && isWatched.getAsBoolean()
        && terminal.isPresent()) {
      terminal.progress(text);
    }
  }
}
