package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.session.make.CallTrace;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Shows which endpoint is waited for, until it has answered. Only of calls in the thread that runs
 * the command: nobody here waits for the others, and a program that is served by them may have the
 * screen. Thread-safe.
 */
public final class SlowCalls implements CallTrace {

  private final Terminal terminal;
  private final BooleanSupplier isWatched;
  private final Consumer<String> trace;
  private final Thread ofCommand = Thread.currentThread();

  /**
   * Shows it on {@code terminal}; {@code trace} takes the lines about calls. To be made in the
   * thread that runs the command.
   *
   * @param isWatched whether a person reads what this program prints; asked when a call is slow,
   *     since with a pipe it takes as long as a cached answer
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
