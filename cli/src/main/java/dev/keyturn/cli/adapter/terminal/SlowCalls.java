package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.session.make.CallTrace;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Shows which endpoint is waited for, until it has answered. Thread-safe. */
public final class SlowCalls implements CallTrace {

  private final Terminal terminal;
  private final BooleanSupplier isWatched;
  private final Consumer<String> trace;
  private int waiting;

  /**
   * Shows it on {@code terminal}; {@code trace} takes the lines about calls.
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
  public synchronized void waitsFor(URI endpoint) {
    waiting++;
    if (isShown()) {
      terminal.progress("waiting for " + endpoint.getHost());
    }
  }

  @Override
  public synchronized void waitIsOver() {
    waiting--;
    if (waiting == 0 && isShown()) {
      terminal.progress("");
    }
  }

  private boolean isShown() {
    return isWatched.getAsBoolean() && terminal.isPresent();
  }
}
