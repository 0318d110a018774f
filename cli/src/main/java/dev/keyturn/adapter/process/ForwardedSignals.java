package dev.keyturn.adapter.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Passes signals on to a child process. By {@code sun.misc.Signal}, the only way of the JDK, which
 * is reached by reflection since the compiler refuses its name; by {@code kill}, since {@link
 * Process} can send no more than two signals.
 */
final class ForwardedSignals {

  private static final List<String> SIGNALS = List.of("INT", "HUP", "TERM");

  private final Process child;
  private final boolean terminal;

  ForwardedSignals(Process child, boolean terminal) {
    this.child = child;
    this.terminal = terminal;
  }

  /** From now on, for as long as this process lives. */
  void install() {
    for (String signal : SIGNALS) {
      try {
        handle(signal);
      } catch (ReflectiveOperationException e) {
        // A system without this signal has nothing to pass on.
      }
    }
  }

  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object forward =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              if (method.getName().equals("handle")) {
                forward(name);
              }
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), forward);
  }

  private void forward(String name) throws IOException {
    if (name.equals("INT") && terminal) {
      return;
    }
    new ProcessBuilder("kill", "-s", name, Long.toString(child.pid()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }
}
