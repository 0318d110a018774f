package dev.keyturn.cli.adapter.process;

import dev.keyturn.cli.command.port.Signals;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Signals by the JDK's {@code sun.misc.Signal}, the only way to handle one without ending the JVM.
 * Used by reflection, because the compiler's warning about it cannot be switched off.
 */
public final class OperatingSystemSignals implements Signals {

  private static final String QUIT = "QUIT";

  @Override
  public Watch watch(List<String> names, Consumer<String> action) {
    if (!names.contains(QUIT)) {
      QuitSignal.endsService();
    }
    Map<String, Object> before = new LinkedHashMap<>();
    for (String name : names) {
      if (name.equals(QUIT)) {
        QuitSignal.watch(() -> action.accept(name));
        continue;
      }
      Object previous = handle(name, handler(() -> action.accept(name)));
      if (previous != null) {
        before.put(name, previous);
      }
    }
    return () -> before.forEach(OperatingSystemSignals::handle);
  }

  @Override
  public Watch atEnd(Runnable action) {
    return ProcessEnd.OF_PROCESS.watch(action);
  }

  @Override
  public void quitEnds() {
    QuitSignal.endsWait();
  }

  private static Object handler(Runnable action) {
    return Proxy.newProxyInstance(
        OperatingSystemSignals.class.getClassLoader(),
        new Class<?>[] {type("sun.misc.SignalHandler")},
        (self, method, arguments) -> {
          // No other method is called: handlers are neither compared nor printed.
          if (method.getName().equals("handle")) {
            action.run();
          }
          return null;
        });
  }

  /** The handler until now; null for a signal that this platform does not have. */
  private static @Nullable Object handle(String name, Object handler) {
    Class<?> signal = type("sun.misc.Signal");
    try {
      Object one = signal.getConstructor(String.class).newInstance(name);
      Method handle = signal.getMethod("handle", signal, type("sun.misc.SignalHandler"));
      return handle.invoke(null, one, handler);
    } catch (InvocationTargetException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
