package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.session.make.CallTrace;
import java.net.URI;
import java.util.function.Consumer;

/** Shows which endpoint is waited for, until it has answered. Thread-safe. */
public final class SlowCalls implements CallTrace {

  private final Terminal terminal;
  private final Consumer<String> trace;
  private int waiting;

  /** Shows it on {@code terminal}; {@code trace} takes the lines about calls. */
  public SlowCalls(Terminal terminal, Consumer<String> trace) {
    this.terminal = terminal;
    this.trace = trace;
  }

  @Override
  public void line(String text) {
    trace.accept(text);
  }

  @Override
  public synchronized void waitsFor(URI endpoint) {
    waiting++;
    if (terminal.isPresent()) {
      terminal.progress("waiting for " + endpoint.getHost());
    }
  }

  @Override
  public synchronized void waitIsOver() {
    waiting--;
    if (waiting == 0 && terminal.isPresent()) {
      terminal.progress("");
    }
  }
}
